import Foundation
import GRDB
package import Retrieval

/// SQLite's own ranking over an index's FTS5 table: what ours is measured and tested against.
package struct FTS5Ranking {
  private let queue: DatabaseQueue

  /// Opens an index file. Throws GRDB's `DatabaseError` if that fails.
  package init(path: String) throws { queue = try .immutable(path) }

  /// The best passages for terms of which any will do, by `ORDER BY rank`.
  package func best(_ limit: Int, for terms: [String]) throws -> [PassageOrdinal] {
    try queue.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT rowid FROM passage_terms WHERE passage_terms MATCH ? ORDER BY rank LIMIT ?")
      return try Int.fetchAll(statement, arguments: [Self.pattern(terms), limit])
        .map { PassageOrdinal($0 - 1) }
    }
  }

  /// Every passage that holds one of the terms, with what `bm25()` gives it, turned positive.
  package func scores(for terms: [String]) throws -> [PassageOrdinal: Double] {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT rowid, bm25(passage_terms) FROM passage_terms WHERE passage_terms MATCH ?",
        arguments: [Self.pattern(terms)])
      return Dictionary(
        uniqueKeysWithValues: rows.map { row -> (PassageOrdinal, Double) in
          let rowid: Int = row[0]
          let score: Double = row[1]
          return (PassageOrdinal(rowid - 1), -score)
        })
    }
  }

  private static func pattern(_ terms: [String]) -> String {
    terms.map { "\"\($0)\"" }.joined(separator: " OR ")
  }
}
