import Analysis
import Documents
import Foundation
import GRDB
import Retrieval

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
      // Larger pages are read with fewer calls.
      try db.execute(
        sql: """
          PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA cache_size = -65536
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.inTransaction(.immediate) {
        try IndexSchema.create(in: db)
        let (texts, guides) = (PartWriter(.texts, db), PartWriter(.guides, db))
        // SQLite takes one row at a time; what takes computing is computed meanwhile.
        let (derived, _) = try concurrently {
          DerivedContent(of: content)
        } _: {
          try VocabularyCoding.insert(content.vocabulary, into: db)
          try texts.write(content.documents, progress: progress)
          try guides.write(content.guides) { _ in }
        }
        for (key, value) in [
          ("build_version", IndexSchema.buildVersion), ("source_hash", content.sourceHash),
          ("guided_share", "\(derived.guidedShare)"),
        ] {
          try db.execute(sql: "INSERT INTO property VALUES (?, ?)", arguments: [key, value])
        }
        try texts.write(derived.references)
        try texts.write(derived.definedTerms)
        try texts.write(derived.textWords)
        try guides.write(derived.guideWords)
        return .commit
      }
      for part in IndexPart.allCases {
        let table = part.tablePrefix + "passage_terms"
        try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('optimize')")
      }
    }
    try queue.close()
  }
}

/// Writes the tables of one part of an index.
private struct PartWriter {
  private let part: IndexPart
  private let db: Database

  init(_ part: IndexPart, _ db: Database) {
    self.part = part
    self.db = db
  }

  func write(_ documents: [AnalyzedDocument], progress: (Int) -> Void) throws {
    let terms = part.tablePrefix + "passage_terms"
    try db.execute(sql: "INSERT INTO \(terms)(\(terms), rank) VALUES ('hashsize', 67108864)")
    var table = PassageTable()
    for (position, analyzed) in documents.enumerated() {
      try write(IndexedDocument(analyzed, position: position), analyzed.document.text)
      for section in analyzed.document.sections { try write(section, of: position) }
      for passage in analyzed.passages {
        let ordinal = PassageOrdinal(table.count)
        try write(
          IndexedPassage(passage, of: analyzed.document, ordinal: ordinal, position: position))
        try insert(
          into: "passage_terms(rowid, terms)",
          [ordinal.index + 1, passage.terms.joined(separator: " ")])
        table.append(
          length: passage.terms.count, document: position, language: passage.language)
      }
      progress(position + 1)
    }
    try insert(into: "passage_table", [PassageTableCoding.encode(table)])
  }

  func write(_ words: DerivedContent.Words) throws {
    let coding = LexiconCoding(words.lexicon)
    try insert(
      into: "lexicon",
      [
        coding.bytes, coding.offsets, coding.passageCounts, coding.trigrams, coding.totalTrigrams,
      ])
    let size = WordCoding.passagesPerBlock
    for start in stride(from: 0, to: words.passages.count, by: size) {
      let block = words.passages[start..<min(start + size, words.passages.count)]
      try insert(into: "passage_words", [start / size, WordCoding.encode(block)])
    }
  }

  /// `references` of each passage, in the passages' order.
  func write(_ references: [[PassageReference]]) throws {
    for ofPassage in references {
      for (position, reference) in ofPassage.enumerated() {
        try insert(
          into: "passage_reference",
          [reference.passage.rawValue, position, reference.target.rawValue, reference.ledd])
      }
    }
  }

  func write(_ terms: [DefinedTerm]) throws {
    for term in terms {
      try insert(
        into: "defined_term",
        [
          term.passage.rawValue, term.start, term.term, term.longForm,
          term.keys.joined(separator: " "), term.longKeys.joined(separator: " "),
        ])
    }
  }

  private func insert(into table: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let marks = values.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(part.tablePrefix)\(table) VALUES (\(marks))")
      .execute(arguments: StatementArguments(values))
  }

  /// Guides aren't shown: of them only their kind is kept.
  private func write(_ document: IndexedDocument, _ text: SourceText) throws {
    var (metadata, bytes) = (document.metadata, text.utf8)
    if part == .guides {
      metadata = DocumentMetadata()
      metadata.kind = document.metadata.kind
      bytes = []
    }
    try insert(
      into: "document",
      [
        document.position, document.id.rawValue, document.title, document.language.rawValue,
        try JSONColumn.encode(metadata), document.contentHash, document.passageCount,
        Data(bytes),
      ])
  }

  private func write(_ section: Section, of document: Int) throws {
    try insert(
      into: "section",
      [
        document, section.index, section.level, section.heading,
        try JSONColumn.encode(section.path), section.anchor, section.provision?.description,
        section.range.lowerBound, section.range.upperBound, section.headingRange.lowerBound,
        section.headingRange.upperBound, try JSONColumn.encode(section.ledd),
      ])
  }

  private func write(_ indexed: IndexedPassage) throws {
    let passage = indexed.passage
    try insert(
      into: "passage",
      [
        indexed.ordinal.index, passage.id.rawValue, indexed.document, passage.section,
        passage.ordinal, passage.range.lowerBound, passage.range.upperBound,
        try JSONColumn.encode(passage.sentences.flatMap { [$0.lowerBound, $0.upperBound] }),
        passage.leadIn?.lowerBound, passage.leadIn?.upperBound, indexed.leadIn,
        passage.ledd?.lowerBound, passage.ledd?.upperBound,
        indexed.language.rawValue, indexed.line, indexed.page, indexed.text, indexed.textHash,
      ])
  }
}
