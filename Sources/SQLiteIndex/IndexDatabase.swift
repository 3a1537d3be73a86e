import Documents
import Foundation
import GRDB
import Retrieval

/// A connection to an index file; everything SQLite objects to becomes an `IndexError`.
final class IndexDatabase: Sendable {
  let path: String
  private let queue: DatabaseQueue

  /// Throws `IndexError` when the file is missing, unreadable, or another version's.
  init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw IndexError.missing(path: path) }
    self.path = path
    do {
      queue = try .immutable(path)
    } catch let error as DatabaseError {
      throw IndexError.cannotRead(path: path, reason: error.message ?? "SQLite")
    }
    let version = try property("build_version") ?? "unknown"
    guard version == IndexSchema.buildVersion else {
      throw IndexError.otherVersion(path: path, found: version)
    }
  }

  func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(value)
    } catch let error as DatabaseError {
      throw IndexError.cannotRead(path: path, reason: error.message ?? "SQLite")
    } catch is DecodingError {
      throw IndexError.damaged(path: path)
    }
  }

  func property(_ key: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM property WHERE key = ?", arguments: [key])
    }
  }

  /// What SQLite's own checks say of the file; empty when all is well.
  func integrityProblems() throws -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }
  }
}
