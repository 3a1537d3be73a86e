import Documents
import Foundation
import GRDB
import Retrieval

/// A compiled vocabulary as a row of columns.
enum VocabularyCoding {
  static func insert(_ vocabulary: CompiledVocabulary, into db: Database) throws {
    let storage = vocabulary.storage
    try db.execute(
      sql: "INSERT INTO vocabulary VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(storage.keys.bytes), storage.keys.offsets.littleEndianData,
        storage.phrasesByKey.littleEndianData, storage.phrases.littleEndianData,
        storage.words.littleEndianData, storage.entries.littleEndianData,
        Data(storage.entryBytes), try JSONColumn.encode(storage.acts),
        WordLists.encode(storage.writtenForms.bokmål.mapValues { [$0] }),
        WordLists.encode(storage.writtenForms.nynorskStems),
      ])
  }

  /// An empty vocabulary if the index holds none.
  static func fetch(from db: Database) throws -> CompiledVocabulary {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM vocabulary") else {
      return CompiledVocabulary()
    }
    func numbers(_ column: String) -> [UInt32] { [UInt32](littleEndianData: row[column]) }
    func bytes(_ column: String) -> [UInt8] { Array(row[column] as Data) }
    var storage = CompiledVocabulary.Storage()
    storage.keys = PackedStrings(bytes: bytes("key_bytes"), offsets: numbers("key_offsets"))
    storage.phrasesByKey = numbers("phrases_by_key")
    storage.phrases = numbers("phrases")
    storage.words = numbers("words")
    storage.entries = numbers("entries")
    storage.entryBytes = bytes("entry_bytes")
    storage.acts = try JSONColumn.decode([ActName].self, from: row["acts"])
    storage.writtenForms = WrittenForms(
      bokmål: WordLists.decode(row["nynorsk_words"]).compactMapValues(\.first),
      nynorskStems: WordLists.decode(row["nynorsk_stems"]))
    return CompiledVocabulary(storage: storage)
  }
}

/// Lists of words by a word, as lines of tab-separated words: quicker to read than JSON.
private enum WordLists {
  static func encode(_ lists: [String: [String]]) -> String {
    lists.map { ([$0.key] + $0.value).joined(separator: "\t") }.sorted().joined(separator: "\n")
  }

  static func decode(_ text: String) -> [String: [String]] {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t")).map { String(Substring($0)) }
    }
    return Dictionary(lines.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
  }
}
