import Analysis
import Documents
import Foundation
import GRDB
import Retrieval

/// Reads what an opened index holds in memory.
struct PartReader {
  struct Content {
    let passages: PassageTable
    let documents: [IndexedDocument]
    let lexicon: Lexicon
    let provisions: ProvisionCatalogue
    let definedTerms: [DefinedTerm]
  }

  private let part: IndexPart
  private let db: Database

  init(_ part: IndexPart, _ db: Database) {
    self.part = part
    self.db = db
  }

  /// Nil if the columns don't fit each other.
  func content() throws -> Content? {
    let p = part.tablePrefix
    let data = try Data.fetchOne(db, sql: "SELECT content FROM \(p)passage_table")
    let columns = try Row.fetchOne(db, sql: "SELECT * FROM \(p)lexicon").map { row in
      LexiconCoding(
        bytes: row["bytes"], offsets: row["offsets"], passageCounts: row["passage_counts"],
        trigrams: row["trigrams"], totalTrigrams: row["total_trigrams"])
    }
    guard let passages = data.flatMap(PassageTableCoding.decode), let lexicon = columns?.lexicon
    else { return nil }
    return Content(
      passages: passages, documents: try documents(), lexicon: lexicon,
      provisions: try provisions(), definedTerms: try definedTerms(in: passages))
  }

  private func documents() throws -> [IndexedDocument] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT position, id, title, language, metadata, content_hash, passage_count
        FROM \(part.tablePrefix)document ORDER BY position
        """)
    // Decoding them together, and what is the same once, takes a fraction of the time.
    let texts = rows.map { $0["metadata"] as String }
    let distinct = Array(Set(texts))
    let metadata = Dictionary(
      uniqueKeysWithValues: zip(
        distinct,
        try JSONColumn.decode(
          [DocumentMetadata].self, from: "[" + distinct.joined(separator: ",") + "]")))
    return zip(rows, texts).map { row, text in
      IndexedDocument(row, metadata[text] ?? DocumentMetadata())
    }
  }

  private func provisions() throws -> ProvisionCatalogue {
    let p = part.tablePrefix
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT p.ordinal, p.document, s.anchor, p.first_ledd, p.last_ledd, s.provision
        FROM \(p)passage p JOIN \(p)section s
        ON s.document = p.document AND s.position = p.section
        WHERE s.provision IS NOT NULL ORDER BY p.ordinal
        """)
    var catalogue = ProvisionCatalogue()
    var (heading, label) = ("", ProvisionLabel(heading: ""))
    while let row = try cursor.next() {
      let text: String = row[5]
      if text != heading { (heading, label) = (text, ProvisionLabel(heading: text)) }
      guard let label else { continue }
      let ordinal: Int32 = row[0]
      catalogue.add(
        PassageOrdinal(rawValue: ordinal), of: label, anchor: row[2], document: row[1],
        ledd: Row.bounds(row[3], row[4]).map { $0...$1 })
    }
    return catalogue
  }

  /// Terms of passages that there aren't are left out.
  private func definedTerms(in passages: PassageTable) throws -> [DefinedTerm] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT passage, start, term, long_form, keys, long_keys
        FROM \(part.tablePrefix)defined_term WHERE passage BETWEEN 0 AND ? ORDER BY rowid
        """, arguments: [passages.count - 1])
    return rows.map { row in
      func keys(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
      let passage = PassageOrdinal(rawValue: row[0])
      return DefinedTerm(
        document: Int(passages.documents[passage.index]), passage: passage, start: row[1],
        term: row[2], longForm: row[3], keys: keys(row[4]), longKeys: keys(row[5]))
    }
  }
}

extension Row {
  /// Two bounds that are there or not together.
  static func bounds(_ first: Int?, _ last: Int?) -> (Int, Int)? {
    guard let first, let last, first <= last else { return nil }
    return (first, last)
  }
}

extension IndexedDocument {
  fileprivate init(_ row: Row, _ metadata: DocumentMetadata) {
    self.init(
      position: row["position"], id: DocumentID(row["id"]), title: row["title"],
      language: Language(rawValue: row["language"]) ?? .bokmål,
      metadata: metadata, contentHash: row["content_hash"],
      passageCount: row["passage_count"])
  }
}

extension IndexedPassage {
  init(_ row: Row) throws {
    let bounds = try JSONColumn.decode([Int].self, from: row["sentences"])
    let provision: String? = row["provision"]
    let passage = Passage(
      id: PassageID(rawValue: row["id"]), section: row["section"],
      ordinal: row["ordinal_in_section"], range: row["start"]..<row["end"],
      sentences: stride(from: 0, to: bounds.count - 1, by: 2).map { bounds[$0]..<bounds[$0 + 1] },
      leadIn: Row.bounds(row["lead_in_start"], row["lead_in_end"]).map { $0..<$1 },
      ledd: Row.bounds(row["first_ledd"], row["last_ledd"]).map { $0...$1 })
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
}
