import Foundation
import Measures
import Retrieval
import SQLiteIndex

/// Times stage 1, SQLite's own ranking of the same terms, and whole answers, in one process.
struct Benchmark {
  /// How often each question is asked, after once to warm up.
  static let rounds = 5

  let index: OpenIndex
  let ranking: FTS5Ranking
  let questions: [Question]

  /// Throws `IndexError` or `MalformedLine`.
  init(indexPath: String, questionsPath: String) throws {
    index = try IndexFile(URL(fileURLWithPath: indexPath)).open()
    ranking = try FTS5Ranking(path: indexPath)
    let data = try Data(contentsOf: URL(fileURLWithPath: questionsPath))
    questions = try JSONLines.decode(EvaluationQuestion.self, from: data).map { Question($0.text) }
  }

  func run() throws -> [Timings] {
    var stage1 = Timings("stage 1, top 10")
    var ofFTS5 = Timings("FTS5 ORDER BY rank LIMIT 10")
    var answers = Timings("whole answer")
    let assistant = index.assistant()
    let analyzer = QueryAnalyzer()
    let finder = CandidateFinder()
    for round in 0...Self.rounds {
      if round == 1 {
        stage1 = Timings(stage1.name)
        ofFTS5 = Timings(ofFTS5.name)
        answers = Timings(answers.name)
      }
      for question in questions {
        let stems = analyzer.analyze(question).weightedStems
        let terms = Set(stems.map(\.stem)).sorted()
        if terms.isEmpty { continue }
        _ = try stage1.measure { try finder.candidates(for: stems, in: index.texts, limit: 10) }
        _ = try ofFTS5.measure { try ranking.best(10, for: terms) }
        _ = try answers.measure { try assistant.answer(to: question) }
      }
    }
    return [stage1, ofFTS5, answers]
  }
}
