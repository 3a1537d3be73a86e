import Analysis

/// The parts of a question that are marked to be taken to the letter.
///
/// | written | meaning |
/// |---|---|
/// | `"saklig grunn"` | the words must stand in the passage as they are, side by side |
/// | `-lærling` | passages that hold the word are left out |
/// | `-"saklig grunn"` | passages that hold the words side by side are left out |
/// | `title:ferieloven` | only documents whose title contains this |
/// | `doc:avtaler` | only documents whose path contains this |
///
/// Marks count at the beginning of a word. A hyphen within a word, between spaces, before a digit
/// or at the beginning of a line after the first is none; quotation marks without their partner are
/// plain text.
package struct QuerySyntax: Sendable, Equatable {
  /// Folded words.
  package private(set) var phrases: [[String]] = []
  package private(set) var excludedPhrases: [[String]] = []
  package private(set) var titles: [[String]] = []
  package private(set) var paths: [[String]] = []
  /// Bytes of the text that are no words to search for.
  package private(set) var operators: [Range<Int>] = []

  package init() {}

  /// Reads a question's marks.
  package init(_ text: String) {
    var scanner = SyntaxScanner(text)
    while let mark = scanner.next() { add(mark, of: text) }
  }

  /// Whether any passage or document is left out.
  package var restricts: Bool {
    !phrases.isEmpty || !excludedPhrases.isEmpty || !titles.isEmpty || !paths.isEmpty
  }

  /// The tokens that are words to search for.
  func searched(_ tokens: [Token]) -> [Token] {
    guard !operators.isEmpty else { return tokens }
    return tokens.filter { token in
      !operators.contains { $0.overlaps(token.range) }
    }
  }

  private mutating func add(_ mark: SyntaxScanner.Mark, of text: String) {
    let words = Self.words(of: String(text[mark.value]))
    guard !words.isEmpty else { return }
    switch mark.kind {
    case .phrase: return phrases.append(words)
    case .exclusion: excludedPhrases.append(words)
    case .title: titles.append(words)
    case .path: paths.append(words)
    }
    let start = text.utf8.distance(from: text.startIndex, to: mark.range.lowerBound)
    let end = text.utf8.distance(from: text.startIndex, to: mark.range.upperBound)
    operators.append(start..<end)
  }

  /// Folded words without units.
  static func words(of text: String) -> [String] {
    Tokenizer().tokens(in: text).filter { $0.kind != .unit }.map(\.form)
  }
}
