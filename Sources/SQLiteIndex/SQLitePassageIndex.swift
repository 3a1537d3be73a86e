import Analysis
package import Documents
import Foundation
import GRDB
package import Retrieval
import Synchronization

/// An index in a SQLite file, opened for reading.
///
/// Postings come from FTS5, once for each term, and are kept decoded.
package final class SQLitePassageIndex: PassageIndex {
  package let passages: PassageTable
  package let documents: [IndexedDocument]
  package let lexicon: Lexicon
  /// Identifies what the index was built from.
  package let sourceHash: String

  private let path: String
  private let queue: DatabaseQueue
  private let cache: PostingCache
  private let wordCache: WordCache

  /// Opens an index file. Throws `IndexError` when it is missing, unreadable or another version's.
  package init(path: String, cacheLimit: Int = 64_000_000) throws {
    self.path = path
    guard FileManager.default.fileExists(atPath: path) else { throw IndexError.missing(path: path) }
    do {
      queue = try .immutable(path)
      // The version comes first: another version's tables may be others.
      let version = try queue.read { db in try Header.property("build_version", or: "unknown", db) }
      guard version == IndexSchema.buildVersion else {
        throw IndexError.otherVersion(path: path, found: version)
      }
      let header = try queue.read { db in try Header(from: db) }
      guard let table = PassageTableCoding.decode(header.passageTable),
        let lexicon = header.lexicon?.lexicon
      else { throw IndexError.damaged(path: path) }
      passages = table
      self.lexicon = lexicon
      documents = header.documents
      sourceHash = header.sourceHash
    } catch let error as DatabaseError {
      throw IndexError.cannotRead(path: path, reason: error.message ?? "SQLite")
    } catch is DecodingError {
      throw IndexError.damaged(path: path)
    }
    cache = PostingCache(limit: cacheLimit)
    wordCache = WordCache(limit: max(1, cacheLimit / 200_000))
  }

  package func postings(of term: String) throws -> PostingList {
    // SQLite would stop reading at NUL, which no term holds.
    guard !term.utf8.contains(0) else { return PostingList() }
    if let known = cache[term] { return known }
    let postings = try read { db in
      let cursor = try Row.fetchCursor(
        db.cachedStatement(
          sql: "SELECT doc, count(*) FROM passage_term_instance WHERE term = ? GROUP BY doc"),
        arguments: [term])
      var postings = PostingList()
      while let row = try cursor.next() {
        let rowid: Int = row[0]
        postings.append(PassageOrdinal(rowid - 1), frequency: row[1])
      }
      return postings
    }
    cache[term] = postings
    return postings
  }

  package func words(of ordinal: PassageOrdinal) throws -> PassageWords {
    let (block, offset) = ordinal.index.quotientAndRemainder(
      dividingBy: WordCoding.passagesPerBlock)
    if let known = wordCache[block] { return known[offset] }
    let data = try read { db in
      try Data.fetchOne(
        db.cachedStatement(sql: "SELECT words FROM passage_words WHERE block = ?"),
        arguments: [block])
    }
    guard let words = WordCoding.decode(data ?? Data(), wordLimit: lexicon.words.count),
      offset < words.count
    else { throw IndexError.damaged(path: path) }
    wordCache[block] = words
    return words[offset]
  }

  package func passage(at ordinal: PassageOrdinal) throws -> IndexedPassage {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT passage.*, section.path, section.anchor, section.provision, section.ledd
          FROM passage JOIN section
          ON section.document = passage.document AND section.position = passage.section
          WHERE ordinal = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: [ordinal.rawValue]) else {
        preconditionFailure("no passage at \(ordinal.rawValue)")
      }
      return try IndexedPassage(row)
    }
  }

  package func ordinal(of id: PassageID) throws -> PassageOrdinal? {
    try read { db in
      try Int32.fetchOne(
        db.cachedStatement(sql: "SELECT ordinal FROM passage WHERE id = ?"),
        arguments: [id.rawValue]
      ).map(PassageOrdinal.init(rawValue:))
    }
  }

  package func text(ofDocumentAt position: Int) throws -> SourceText {
    try read { db in
      let data =
        try Data.fetchOne(
          db.cachedStatement(sql: "SELECT text FROM document WHERE position = ?"),
          arguments: [position]) ?? Data()
      return SourceText(utf8: Array(data))
    }
  }

  /// What SQLite's own checks say of the file; empty when all is well.
  package func integrityProblems() throws -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    }
  }

  /// Throws `IndexError.cannotRead` for whatever SQLite objects to.
  private func read<Value>(_ value: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(value)
    } catch let error as DatabaseError {
      throw IndexError.cannotRead(path: path, reason: error.message ?? "SQLite")
    } catch is DecodingError {
      throw IndexError.damaged(path: path)
    }
  }

  private struct Header {
    let sourceHash: String
    let passageTable: Data
    let documents: [IndexedDocument]
    let lexicon: LexiconCoding?

    static func property<Value: DatabaseValueConvertible>(
      _ key: String, or missing: Value, _ db: Database
    ) throws -> Value {
      try Value.fetchOne(
        db, sql: "SELECT value FROM property WHERE key = ?", arguments: [key]) ?? missing
    }

    init(from db: Database) throws {
      sourceHash = try Self.property("source_hash", or: "", db)
      passageTable = try Self.property("passage_table", or: Data(), db)
      lexicon = try Row.fetchOne(db, sql: "SELECT * FROM lexicon").map { row in
        LexiconCoding(
          bytes: row["bytes"], offsets: row["offsets"], passageCounts: row["passage_counts"],
          trigrams: row["trigrams"], totalTrigrams: row["total_trigrams"])
      }
      let columns = "position, id, title, language, metadata, content_hash, passage_count"
      documents = try Row.fetchAll(db, sql: "SELECT \(columns) FROM document ORDER BY position")
        .map(IndexedDocument.init)
    }
  }
}

extension IndexedDocument {
  fileprivate init(_ row: Row) throws {
    self.init(
      position: row["position"], id: DocumentID(row["id"]), title: row["title"],
      language: Language(rawValue: row["language"]) ?? .bokmål,
      metadata: try JSONColumn.decode(DocumentMetadata.self, from: row["metadata"]),
      contentHash: row["content_hash"], passageCount: row["passage_count"])
  }
}

extension IndexedPassage {
  fileprivate init(_ row: Row) throws {
    let bounds = try JSONColumn.decode([Int].self, from: row["sentences"])
    let leadIn: Range<Int>? = Self.bounds(row["lead_in_start"], row["lead_in_end"]).map { $0..<$1 }
    let ledd: ClosedRange<Int>? = Self.bounds(row["first_ledd"], row["last_ledd"]).map { $0...$1 }
    let provision: String? = row["provision"]
    let passage = Passage(
      id: PassageID(rawValue: row["id"]), section: row["section"],
      ordinal: row["ordinal_in_section"], range: row["start"]..<row["end"],
      sentences: stride(from: 0, to: bounds.count - 1, by: 2).map { bounds[$0]..<bounds[$0 + 1] },
      leadIn: leadIn, ledd: ledd)
    let section = SectionReference(
      path: try JSONColumn.decode([String].self, from: row["path"]), anchor: row["anchor"],
      provision: provision.flatMap(ProvisionLabel.init(heading:)),
      ledd: try JSONColumn.decode([Section.Ledd].self, from: row["ledd"]))
    self.init(
      ordinal: PassageOrdinal(rawValue: row["ordinal"]), passage: passage, text: row["text"],
      leadIn: row["lead_in"], language: Language(rawValue: row["language"]) ?? .bokmål,
      document: row["document"], section: section, line: row["line"], page: row["page"],
      textHash: row["text_hash"])
  }

  private static func bounds(_ first: Int?, _ last: Int?) -> (Int, Int)? {
    guard let first, let last else { return nil }
    return (first, last)
  }
}
