extension String {
  /// The text with spaces for the line ends that a page's width made, not its author; as many bytes
  /// as before, so that ranges still hold.
  package var joiningSoftBreaks: String {
    var bytes = Array(utf8)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (line, next) in zip(lines, lines.dropFirst()) where Self.isSoftBreak(line, next) {
      bytes[line.endIndex] = UInt8(ascii: " ")
      if line.last == UInt8(ascii: "\r") { bytes[line.endIndex - 1] = UInt8(ascii: " ") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line of 45–120 characters that doesn't end a sentence or a half word, before one that
  /// begins no item.
  private static func isSoftBreak(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    let bare = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    let line = String(decoding: bare, as: UTF8.self).oneLine
    let next = String(decoding: next, as: UTF8.self).oneLine
    guard (45...120).contains(line.count), let first = next.first, let last = line.last,
      last != "-", !beginsItem(next)
    else { return false }
    return first.isLowercase || !".:;!?".contains(last)
  }

  /// Whether a line begins with a bullet, a number or letter in brackets, or a section sign.
  private static func beginsItem(_ line: String) -> Bool {
    guard let word = line.split(separator: " ", maxSplits: 1).first else { return false }
    if word.hasPrefix("(") || word.hasPrefix("§") || word.hasPrefix("#") { return true }
    if word.count == 1 { return "-*+•–▪●◦·>|".contains(word) }
    return word.count <= 4 && (word.hasSuffix(")") || word.hasSuffix("."))
  }
}
