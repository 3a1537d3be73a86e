import Analysis

/// The year that a question asks about: `i 2013`, `in 2013`.
enum NamedYear {
  private static let leadIns: Set<String> = [
    "i", "in", "år", "året", "year", "during", "per", "pr",
  ]

  static func year(in text: String) -> Int? {
    let tokens = Tokenizer().tokens(in: text)
    for (before, token) in zip(tokens, tokens.dropFirst()) where leadIns.contains(before.form) {
      if isYear(token.form) { return Int(token.form) }
    }
    return nil
  }

  /// Whether a number may be a year.
  static func isYear(_ number: String) -> Bool {
    number.utf8.count == 4 && Int(number).map((1900..<2100).contains) ?? false
  }
}
