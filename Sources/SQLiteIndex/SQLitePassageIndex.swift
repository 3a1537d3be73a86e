import Analysis
package import Documents
import Foundation
import GRDB
package import Retrieval

/// An index in a SQLite file, opened for reading.
///
/// Postings come from FTS5, once for each term, and are kept decoded.
package final class SQLitePassageIndex: PassageIndex {
  package let passages: PassageTable
  package let documents: [IndexedDocument]
  package let lexicon: Lexicon
  package let provisions: ProvisionCatalogue
  package let definedTerms: [DefinedTerm]

  private let database: IndexDatabase
  private let part: IndexPart
  private let knownPostings: BoundedCache<String, PostingList>
  /// By block.
  private let knownWords: BoundedCache<Int, [PassageWords]>
  private let knownPassages: BoundedCache<PassageOrdinal, IndexedPassage>
  private let knownReferences = BoundedCache<ReferenceSearch, [PassageReference]>(limit: 20_000)

  private enum ReferenceSearch: Hashable {
    case from(PassageOrdinal)
    case to(Range<Int32>)
  }

  /// `cacheLimit` bounds what is kept decoded, in bytes.
  init(_ part: IndexPart, of database: IndexDatabase, cacheLimit: Int = 64_000_000) throws {
    self.database = database
    self.part = part
    let content = try database.read { db in try PartReader(part, db).content() }
    guard let content else { throw IndexError.damaged(path: database.path) }
    passages = content.passages
    documents = content.documents
    lexicon = content.lexicon
    provisions = content.provisions
    definedTerms = content.definedTerms
    // What each takes in bytes, about, besides its text or numbers.
    knownPostings = BoundedCache(limit: cacheLimit) { term, postings in
      64 + term.utf8.count + 8 * postings.documentFrequency
    }
    knownWords = BoundedCache(limit: cacheLimit) { _, block in
      block.reduce(0) { $0 + 64 + 4 * $1.codes.count }
    }
    knownPassages = BoundedCache(limit: cacheLimit / 4) { 1_000 + $1.text.utf8.count }
  }

  package func postings(of term: String) throws -> PostingList {
    // SQLite would stop reading at NUL, which no term holds.
    guard !term.utf8.contains(0) else { return PostingList() }
    return try knownPostings.value(for: term) { try readPostings(of: term) }
  }

  private func readPostings(of term: String) throws -> PostingList {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT doc, count(*) FROM \(part.tablePrefix)passage_term_instance
          WHERE term = ? GROUP BY doc
          """)
      let cursor = try Row.fetchCursor(statement, arguments: [term])
      var postings = PostingList()
      while let row = try cursor.next() {
        let rowid: Int = row[0]
        postings.append(PassageOrdinal(rowid - 1), frequency: row[1])
      }
      return postings
    }
  }

  package func words(of ordinal: PassageOrdinal) throws -> PassageWords {
    let (block, offset) = ordinal.index.quotientAndRemainder(
      dividingBy: WordCoding.passagesPerBlock)
    let words = try knownWords.value(for: block) { try readWords(in: block) }
    guard offset < words.count else { throw IndexError.damaged(path: database.path) }
    return words[offset]
  }

  private func readWords(in block: Int) throws -> [PassageWords] {
    let data = try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT words FROM \(part.tablePrefix)passage_words WHERE block = ?")
      return try Data.fetchOne(statement, arguments: [block])
    }
    guard let words = WordCoding.decode(data ?? Data(), wordLimit: lexicon.words.count) else {
      throw IndexError.damaged(path: database.path)
    }
    return words
  }

  package func passage(at ordinal: PassageOrdinal) throws -> IndexedPassage {
    try knownPassages.value(for: ordinal) { try readPassage(at: ordinal) }
  }

  private func readPassage(at ordinal: PassageOrdinal) throws -> IndexedPassage {
    let p = part.tablePrefix
    return try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT p.*, s.path, s.anchor, s.provision, s.ledd
          FROM \(p)passage p JOIN \(p)section s
          ON s.document = p.document AND s.position = p.section
          WHERE p.ordinal = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: [ordinal.rawValue]) else {
        throw IndexError.damaged(path: database.path)
      }
      return try IndexedPassage(row)
    }
  }

  package func ordinal(of id: PassageID) throws -> PassageOrdinal? {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT ordinal FROM \(part.tablePrefix)passage WHERE id = ?")
      return try Int32.fetchOne(statement, arguments: [id.rawValue])
        .map(PassageOrdinal.init(rawValue:))
    }
  }

  package func passages(under heading: String) throws -> [PassageOrdinal] {
    let p = part.tablePrefix
    return try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT p.ordinal FROM \(p)section s JOIN \(p)passage p
          ON p.document = s.document AND p.section = s.position
          WHERE s.heading = ?1
          OR s.heading GLOB '[0-9]*' AND substr(s.heading, -length(?1) - 1) = ' ' || ?1
          ORDER BY p.ordinal
          """)
      return try Int32.fetchAll(statement, arguments: [heading])
        .map(PassageOrdinal.init(rawValue:))
    }
  }

  package func references(from ordinal: PassageOrdinal) throws -> [PassageReference] {
    try knownReferences.value(for: .from(ordinal)) {
      try references("WHERE passage = ? ORDER BY position", [ordinal.rawValue])
    }
  }

  package func references(to ordinals: Range<Int32>) throws -> [PassageReference] {
    try knownReferences.value(for: .to(ordinals)) {
      try references(
        "WHERE target >= ? AND target < ? ORDER BY passage, target",
        [ordinals.lowerBound, ordinals.upperBound])
    }
  }

  private func references(
    _ condition: String, _ arguments: [Int32]
  ) throws -> [PassageReference] {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT passage, target, ledd FROM \(part.tablePrefix)passage_reference \(condition)
          """)
      return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).map { row in
        PassageReference(
          passage: PassageOrdinal(rawValue: row[0]), target: PassageOrdinal(rawValue: row[1]),
          ledd: row[2])
      }
    }
  }

  package func text(ofDocumentAt position: Int) throws -> SourceText {
    try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT text FROM \(part.tablePrefix)document WHERE position = ?")
      return SourceText(
        utf8: Array(try Data.fetchOne(statement, arguments: [position]) ?? Data()))
    }
  }
}
