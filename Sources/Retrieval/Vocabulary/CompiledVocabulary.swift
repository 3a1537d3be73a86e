import Analysis
package import Documents

/// A vocabulary made ready for matching: phrases as keys, the texts' words as stems, in a few flat
/// arrays that load at once.
package struct CompiledVocabulary: Sendable, Equatable {
  /// A concept as matching and expansion need it.
  package struct Entry: Sendable, Equatable {
    package var id: String
    /// The first word in each language, to show, by language tag.
    package var labels: [String: String]
    /// The texts' words, best first: stems of each word, Norwegian and English apart.
    package var norwegian: [[String]]
    package var english: [[String]]
    package var provisions: [String]
  }

  /// A phrase that leads to a concept.
  package struct Phrase: Sendable, Equatable {
    package var keys: [UInt32]
    package var concept: Int
    package var isEnglish: Bool
    /// Whether the texts themselves use it, so that the question's own words find them.
    package var isTerm: Bool
  }

  /// The flat form, as an index file keeps it.
  package struct Storage: Sendable, Equatable {
    package var keys = PackedStrings([])
    /// By key: where its phrases begin among `phrases`; at the end their number.
    package var phrasesByKey: [UInt32] = [0]
    /// By phrase: where its words begin in `words`; at the end their number.
    package var phrases: [UInt32] = [0]
    /// For each phrase its concept shifted left by two with the bits «English» and «term», then its
    /// keys.
    package var words: [UInt32] = []
    /// By concept: where its text begins in `entryBytes`; at the end their number.
    package var entries: [UInt32] = [0]
    package var entryBytes: [UInt8] = []
    package var acts: [ActName] = []
    package var writtenForms = WrittenForms()

    package init() {}
  }

  package let storage: Storage

  package init(storage: Storage = Storage()) { self.storage = storage }

  package var conceptCount: Int { storage.entries.count - 1 }
  package var phraseCount: Int { storage.phrases.count - 1 }
  package var acts: [ActName] { storage.acts }

  /// A Bokmål word for a Nynorsk one, or the word itself.
  package func bokmål(_ word: String) -> String { storage.writtenForms.bokmål(of: word) ?? word }

  /// The words that Bokmål and Nynorsk write differently.
  package var writtenForms: WrittenForms { storage.writtenForms }

  func key(_ text: String) -> UInt32? { storage.keys.position(of: text).map(UInt32.init) }

  /// The phrases whose first key this is.
  func phrases(startingWith key: UInt32) -> Range<Int> {
    Int(storage.phrasesByKey[Int(key)])..<Int(storage.phrasesByKey[Int(key) + 1])
  }

  package func phrase(_ position: Int) -> Phrase {
    let range = Int(storage.phrases[position])..<Int(storage.phrases[position + 1])
    let head = storage.words[range.lowerBound]
    return Phrase(
      keys: Array(storage.words[range.dropFirst()]), concept: Int(head >> 2),
      isEnglish: head & 2 != 0, isTerm: head & 1 != 0)
  }

  package func entry(_ concept: Int) -> Entry {
    let range = Int(storage.entries[concept])..<Int(storage.entries[concept + 1])
    return Entry(storage.entryBytes[range])
  }
}

extension CompiledVocabulary.Entry {
  private static let field = UInt8(0x1F)
  private static let item = UInt8(0x1E)

  /// The flat form: fields apart by U+001F, items in a field by U+001E, stems by spaces.
  var bytes: [UInt8] {
    func joined(_ items: [String]) -> String { items.joined(separator: "\u{1E}") }
    let fields = [
      id, labels["nb"] ?? "", labels["nn"] ?? "", labels["en"] ?? "",
      joined(norwegian.map { $0.joined(separator: " ") }),
      joined(english.map { $0.joined(separator: " ") }), joined(provisions),
    ]
    return Array(fields.joined(separator: "\u{1F}").utf8)
  }

  init(_ bytes: ArraySlice<UInt8>) {
    func strings(_ bytes: ArraySlice<UInt8>, by separator: UInt8) -> [String] {
      bytes.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
    }
    let fields = bytes.split(separator: Self.field, omittingEmptySubsequences: false)
    func field(_ position: Int) -> ArraySlice<UInt8> {
      position < fields.count ? fields[position] : []
    }
    func terms(_ position: Int) -> [[String]] {
      field(position).split(separator: Self.item).map { strings($0, by: UInt8(ascii: " ")) }
    }
    id = String(decoding: field(0), as: UTF8.self)
    labels = [:]
    for (position, tag) in ["nb", "nn", "en"].enumerated() where !field(position + 1).isEmpty {
      labels[tag] = String(decoding: field(position + 1), as: UTF8.self)
    }
    norwegian = terms(4)
    english = terms(5)
    provisions = strings(field(6), by: Self.item)
  }
}
