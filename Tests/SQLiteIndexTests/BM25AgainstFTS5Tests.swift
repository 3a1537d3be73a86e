import Foundation
import Retrieval
import SQLiteIndex
import Testing
import TestSupport

/// Our BM25, with FTS5's parameters, against SQLite's own `bm25()` over the same postings.
@Suite struct BM25AgainstFTS5Tests {
  private let folder: TemporaryFolder
  private let index: SQLitePassageIndex
  private let ranking: FTS5Ranking

  init() throws {
    folder = try TemporaryFolder()
    let file = IndexFile(folder.file("index.sqlite"))
    try file.build(try Fixtures.content())
    index = try file.open().texts
    ranking = try FTS5Ranking(path: file.path)
  }

  /// The stems of a question, each once: FTS5 scores a word that stands twice two times.
  private func stems(of question: String) -> [String] {
    let terms = QueryAnalyzer().analyze(Question(question)).terms
    var seen: Set<String> = []
    return terms.map(\.norwegianStem).filter { seen.insert($0).inserted }
  }

  @Test("the same passages with the same scores")
  func sameScores() throws {
    for question in Fixtures.questions { try expectSameScores(for: question) }
  }

  private func expectSameScores(for question: String) throws {
    let stems = stems(of: question)
    let expected = try ranking.scores(for: stems)
    let found = try CandidateFinder(bm25: .fts5).candidates(
      for: stems.map { CandidateFinder.WeightedStem(stem: $0, weight: 1) }, in: index,
      limit: index.passages.count)
    #expect(Set(found.map(\.ordinal)) == Set(expected.keys), "\(question)")
    for candidate in found {
      let difference = abs(candidate.score - (expected[candidate.ordinal] ?? 0))
      #expect(difference < 1e-6, "\(question): passage \(candidate.ordinal.rawValue)")
    }
  }

  @Test("the questions do find passages, most of them several")
  func questionsFindPassages() throws {
    let counts = try Fixtures.questions.map { try ranking.scores(for: stems(of: $0)).count }
    #expect(counts.count { $0 > 1 } > 30)
  }

  @Test("with one word, the ten best are FTS5's ten best", arguments: ["ferie", "oppsig", "skal"])
  func sameOrder(stem: String) throws {
    let found = try CandidateFinder(bm25: .fts5).candidates(
      for: [CandidateFinder.WeightedStem(stem: stem, weight: 1)], in: index, limit: 10)
    #expect(try ranking.best(10, for: [stem]) == found.map(\.ordinal))
  }
}
