/// Finds the marks in a question, from its beginning to its end.
struct SyntaxScanner {
  enum Kind: Equatable { case phrase, exclusion, title, path }

  /// A mark with what it marks, in a text.
  struct Mark: Equatable {
    let kind: Kind
    let value: Range<String.Index>
    let range: Range<String.Index>
  }

  private static let closers: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»"]
  private static let prefixes: [(text: String, kind: Kind)] = [
    ("-", .exclusion), ("title:", .title), ("doc:", .path),
  ]

  private let text: String
  private var position: String.Index

  init(_ text: String) {
    self.text = text
    position = text.startIndex
  }

  /// The next mark, or nil at the end.
  mutating func next() -> Mark? {
    while position < text.endIndex {
      if startsWord, let mark = mark() {
        position = mark.range.upperBound
        return mark
      }
      text.formIndex(after: &position)
    }
    return nil
  }

  private var previous: Character? {
    position > text.startIndex ? text[text.index(before: position)] : nil
  }

  private var startsWord: Bool { previous.map { $0.isWhitespace || $0 == "(" } ?? true }

  private func mark() -> Mark? {
    if let value = quoted(from: position) {
      return Mark(
        kind: .phrase, value: value, range: position..<text.index(after: value.upperBound))
    }
    for (prefix, kind) in Self.prefixes
    where text[position...].prefix(prefix.count).lowercased() == prefix {
      let start = text.index(position, offsetBy: prefix.count)
      if let value = quoted(from: start) {
        return Mark(kind: kind, value: value, range: position..<text.index(after: value.upperBound))
      }
      if let value = word(from: start, for: kind) {
        return Mark(kind: kind, value: value, range: position..<value.upperBound)
      }
    }
    return nil
  }

  /// What stands between a quotation mark and its partner, if that is more than spaces.
  private func quoted(from start: String.Index) -> Range<String.Index>? {
    guard start < text.endIndex, let closer = Self.closers[text[start]] else { return nil }
    let inner = text.index(after: start)
    guard let end = text[inner...].firstIndex(of: closer),
      text[inner..<end].contains(where: { $0.isLetter || $0.isNumber })
    else { return nil }
    return inner..<end
  }

  private func word(from start: String.Index, for kind: Kind) -> Range<String.Index>? {
    guard start < text.endIndex else { return nil }
    let first = text[start]
    let isWord = first.isLetter || (kind != .exclusion && first.isNumber)
    guard isWord, kind != .exclusion || previous?.isNewline != true else { return nil }
    let end = text[start...].firstIndex { $0.isWhitespace || $0 == ")" } ?? text.endIndex
    return start..<end
  }
}
