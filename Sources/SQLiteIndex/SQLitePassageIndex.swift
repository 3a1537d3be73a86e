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

  private let database: IndexDatabase
  private let part: IndexPart
  private let postingCache: PostingCache
  private let wordCache: WordCache
  private let passageCache: PassageCache
  private let referenceCache = ReferenceCache(limit: 20_000)

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
    postingCache = PostingCache(limit: cacheLimit)
    wordCache = WordCache(limit: max(1, cacheLimit / 200_000))
    passageCache = PassageCache(limit: cacheLimit / 4)
  }

  package func postings(of term: String) throws -> PostingList {
    // SQLite would stop reading at NUL, which no term holds.
    guard !term.utf8.contains(0) else { return PostingList() }
    if let known = postingCache[term] { return known }
    let postings = try database.read { db in
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
    postingCache[term] = postings
    return postings
  }

  package func words(of ordinal: PassageOrdinal) throws -> PassageWords {
    let (block, offset) = ordinal.index.quotientAndRemainder(
      dividingBy: WordCoding.passagesPerBlock)
    if let known = wordCache[block] { return known[offset] }
    let data = try database.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT words FROM \(part.tablePrefix)passage_words WHERE block = ?")
      return try Data.fetchOne(statement, arguments: [block])
    }
    guard let words = WordCoding.decode(data ?? Data(), wordLimit: lexicon.words.count),
      offset < words.count
    else { throw IndexError.damaged(path: database.path) }
    wordCache[block] = words
    return words[offset]
  }

  package func passage(at ordinal: PassageOrdinal) throws -> IndexedPassage {
    if let known = passageCache[ordinal] { return known }
    let p = part.tablePrefix
    let passage = try database.read { db in
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
    passageCache[ordinal] = passage
    return passage
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
    try referenceCache[.from(ordinal)] {
      try references("WHERE passage = ? ORDER BY position", [ordinal.rawValue])
    }
  }

  package func references(to ordinals: Range<Int32>) throws -> [PassageReference] {
    try referenceCache[.to(ordinals)] {
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
