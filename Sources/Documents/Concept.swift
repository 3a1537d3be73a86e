/// A thing stewards ask about, under the words people use and the words the texts use.
package struct Concept: Sendable, Equatable {
  package let id: String
  /// The texts' words by language tag (`nb`, `nn`, `en`), best first.
  package let terms: [String: [String]]
  /// What people say, by language tag.
  package let lay: [String: [String]]
  package let abbreviations: [String]
  /// Where the rule stands, the main one first: `arbeidsmiljøloven § 15-14`.
  package let provisions: [String]
  package let broader: [String]
  package let related: [String]
  /// The file and line that define it.
  package let file: String
  package let line: Int
}

/// An act under all the names it goes by.
package struct ActName: Sendable, Equatable, Codable {
  /// The name in the vocabulary's provisions and guides: `arbeidsmiljøloven`.
  package let name: String
  /// Abbreviations, older names and names in other languages: `aml`, `Working Environment Act`.
  package let aliases: [String]
  /// The act that this one is printed in, such as the GDPR in personopplysningsloven.
  package let within: String?
}

/// The words that connect how people talk to what the texts say.
package struct Vocabulary: Sendable, Equatable {
  package var concepts: [Concept] = []
  package var acts: [ActName] = []
  /// Bokmål words by their Nynorsk form.
  package var nynorsk: [String: String] = [:]
  /// SHA-256 over the files' bytes.
  package var hash = ""

  package init() {}
}
