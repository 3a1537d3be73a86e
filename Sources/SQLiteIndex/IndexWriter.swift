import Foundation
import GRDB
import Analysis
import Retrieval
import Documents

/// Writes an index file from scratch.
struct IndexWriter {
  /// Writes `content` to a new file. `progress` is called with the number of documents written.
  ///
  /// Throws GRDB's `DatabaseError` when the disk is full or the file can't be written.
  static func write(
    _ content: IndexContent, to path: String, progress: (Int) -> Void
  ) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      // A failed build is thrown away whole, so nothing needs journalling before the final sync.
      try db.execute(
        sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try IndexSchema.create(in: db)
        try db.execute(
          sql: "INSERT INTO passage_terms(passage_terms, rank) VALUES ('hashsize', 67108864)")
        try insert(content, into: db, progress: progress)
        return .commit
      }
      try db.execute(sql: "INSERT INTO passage_terms(passage_terms) VALUES ('optimize')")
    }
    try queue.close()
  }

  private static func insert(
    _ content: IndexContent, into db: Database, progress: (Int) -> Void
  ) throws {
    var ordinal = 0
    var table = PassageTable()
    var lexicon = LexiconBuilder(words: AnalyzedDocument.words(of: content.documents))
    var words: [PassageWords] = []
    for (position, analyzed) in content.documents.enumerated() {
      try insert(IndexedDocument(analyzed, position: position), analyzed.document.text, into: db)
      for section in analyzed.document.sections { try insert(section, of: position, into: db) }
      for passage in analyzed.passages {
        let indexed = IndexedPassage(
          passage, of: analyzed.document, ordinal: PassageOrdinal(ordinal), position: position)
        try insert(indexed, into: db)
        try db.cachedStatement(sql: "INSERT INTO passage_terms(rowid, terms) VALUES (?, ?)")
          .execute(arguments: [ordinal + 1, passage.terms.joined(separator: " ")])
        table.append(
          length: passage.terms.count, document: position, language: passage.language)
        words.append(lexicon.add(passage.words))
        ordinal += 1
      }
      progress(position + 1)
    }
    try insert(lexicon.lexicon(), words, into: db)
    try set("build_version", IndexSchema.buildVersion, in: db)
    try set("source_hash", content.sourceHash, in: db)
    try set("passage_table", PassageTableCoding.encode(table), in: db)
  }

  private static func insert(
    _ lexicon: Lexicon, _ words: [PassageWords], into db: Database
  ) throws {
    let coding = LexiconCoding(lexicon)
    try db.execute(
      sql: "INSERT INTO lexicon VALUES (?, ?, ?, ?, ?)",
      arguments: [
        coding.bytes, coding.offsets, coding.passageCounts, coding.trigrams, coding.totalTrigrams,
      ])
    let size = WordCoding.passagesPerBlock
    for start in stride(from: 0, to: words.count, by: size) {
      try db.execute(
        sql: "INSERT INTO passage_words VALUES (?, ?)",
        arguments: [start / size, WordCoding.encode(words[start..<min(start + size, words.count)])])
    }
  }

  private static func set(
    _ key: String, _ value: some DatabaseValueConvertible, in db: Database
  ) throws {
    try db.execute(sql: "INSERT INTO property VALUES (?, ?)", arguments: [key, value])
  }

  private static func insert(
    _ document: IndexedDocument, _ text: SourceText, into db: Database
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        document.position, document.id.rawValue, document.title, document.language.rawValue,
        try JSONColumn.encode(document.metadata), document.contentHash, document.passageCount,
        Data(text.utf8),
      ])
  }

  private static func insert(
    _ section: Section, of document: Int, into db: Database
  ) throws {
    try db.cachedStatement(
      sql: "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      document, section.index, section.level, section.heading,
      try JSONColumn.encode(section.path), section.anchor, section.provision?.description,
      section.range.lowerBound, section.range.upperBound,
      section.headingRange.lowerBound, section.headingRange.upperBound,
      try JSONColumn.encode(section.ledd),
    ])
  }

  private static func insert(_ indexed: IndexedPassage, into db: Database) throws {
    let passage = indexed.passage
    try db.cachedStatement(
      sql: """
        INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      indexed.ordinal.index, passage.id.rawValue, indexed.document, passage.section,
      passage.ordinal, passage.range.lowerBound, passage.range.upperBound,
      try JSONColumn.encode(passage.sentences.flatMap { [$0.lowerBound, $0.upperBound] }),
      passage.leadIn?.lowerBound, passage.leadIn?.upperBound, indexed.leadIn,
      passage.ledd?.lowerBound, passage.ledd?.upperBound,
      indexed.language.rawValue, indexed.line, indexed.page, indexed.text, indexed.textHash,
    ])
  }
}
