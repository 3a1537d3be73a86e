import Foundation
package import Retrieval

/// An opened index file: the texts, and what leads from questions to them.
package struct OpenIndex: Sendable {
  package let texts: SQLitePassageIndex
  package let guides: SQLitePassageIndex
  package let vocabulary: CompiledVocabulary
  /// Identifies what the index was built from.
  package let sourceHash: String
  /// The share of the pages of questions that lead into the texts.
  package let guidedShare: Double

  private let database: IndexDatabase

  /// Throws `IndexError` when the file is missing, unreadable, damaged or another version's.
  init(path: String) throws {
    let database = try IndexDatabase(path: path)
    self.database = database
    ((guides, vocabulary), texts) = try concurrently {
      let database = try IndexDatabase(path: path)
      return (
        try SQLitePassageIndex(.guides, of: database), try database.read(VocabularyCoding.fetch)
      )
    } _: {
      try SQLitePassageIndex(.texts, of: database)
    }
    guidedShare = try database.property("guided_share").flatMap(Double.init) ?? 0
    sourceHash = try database.property("source_hash") ?? ""
  }

  /// What SQLite's own checks say of the file; empty when all is well.
  package func integrityProblems() throws -> [String] { try database.integrityProblems() }

  package func assistant(
    configuration: Assistant.Configuration = Assistant.Configuration()
  ) -> Assistant {
    var configuration = configuration
    configuration.guidedShare = guidedShare
    return Assistant(
      index: texts, vocabulary: vocabulary, guides: guides.passages.count > 0 ? guides : nil,
      configuration: configuration)
  }
}
