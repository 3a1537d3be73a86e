package import Retrieval

extension PolicyDate {
  /// Reads what a person types, `2024-07-01`, `1.7.2024` or `2024`, which is its last day; nil for
  /// anything else, for days that don't exist and for years no text in force comes from.
  package init?(typed text: String) {
    guard text.utf8.count <= 10 else { return nil }
    let isNorwegian = text.contains(".")
    let parts = text.split(separator: isNorwegian ? "." : "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 1 where text.count == 4: self.init(year: numbers[0], month: 12, day: 31)
    case 3 where isNorwegian: self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    case 3: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    default: return nil
    }
    guard (1600...2999).contains(year) else { return nil }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
