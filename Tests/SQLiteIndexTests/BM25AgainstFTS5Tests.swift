import Foundation
import GRDB
import Retrieval
import SQLiteIndex
import Testing
import TestSupport

/// Our BM25, with FTS5's parameters, against SQLite's own `bm25()` over the same postings.
@Suite struct BM25AgainstFTS5Tests {
  private let folder: TemporaryFolder
  private let index: SQLitePassageIndex
  private let queue: DatabaseQueue

  init() throws {
    folder = try TemporaryFolder()
    let file = IndexFile(folder.file("index.sqlite"))
    try file.build(try Fixtures.content())
    index = try file.open()
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: file.path, configuration: configuration)
  }

  /// The stems of a question, each once: FTS5 scores a word that stands twice two times.
  private func stems(of question: String) -> [String] {
    let terms = QueryAnalyzer().analyze(Question(question)).terms
    var seen: Set<String> = []
    return terms.map(\.norwegianStem).filter { seen.insert($0).inserted }
  }

  private func scoresOfFTS5(_ stems: [String]) throws -> [PassageOrdinal: Double] {
    let pattern = stems.map { "\"\($0)\"" }.joined(separator: " OR ")
    return try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT rowid, bm25(passage_terms) FROM passage_terms WHERE passage_terms MATCH ?",
        arguments: [pattern])
      return Dictionary(
        uniqueKeysWithValues: rows.map { row -> (PassageOrdinal, Double) in
          let rowid: Int = row[0]
          let score: Double = row[1]
          return (PassageOrdinal(rowid - 1), -score)
        })
    }
  }

  @Test("the same passages with the same scores", arguments: Fixtures.questions)
  func sameScores(question: String) throws {
    let stems = stems(of: question)
    let expected = try scoresOfFTS5(stems)
    let found = try CandidateFinder(bm25: .fts5).candidates(
      for: stems.map { CandidateFinder.WeightedStem(stem: $0, weight: 1) }, in: index,
      limit: index.passages.count)
    #expect(Set(found.map(\.ordinal)) == Set(expected.keys))
    for candidate in found {
      let difference = abs(candidate.score - (expected[candidate.ordinal] ?? 0))
      #expect(difference < 1e-6, "passage \(candidate.ordinal.rawValue) is off by \(difference)")
    }
  }

  @Test("the questions do find passages, most of them several")
  func questionsFindPassages() throws {
    let counts = try Fixtures.questions.map { try scoresOfFTS5(stems(of: $0)).count }
    #expect(counts.count { $0 > 1 } > 30)
  }
}
