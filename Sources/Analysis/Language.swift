/// A language Tillit reads and answers in.
package enum Language: String, Sendable, Codable, CaseIterable, Hashable {
  case bokmål = "nb"
  case nynorsk = "nn"
  case english = "en"

  /// Reads a language tag such as `nb`, `nn-NO`, `no` or `en_GB.UTF-8`.
  package init?(tag: String) {
    switch tag.lowercased().prefix(2) {
    case "nb", "no": self = .bokmål
    case "nn": self = .nynorsk
    case "en": self = .english
    default: return nil
    }
  }

  /// Bokmål and Nynorsk share a stemmer and, largely, a vocabulary.
  package var isNorwegian: Bool { self != .english }
}
