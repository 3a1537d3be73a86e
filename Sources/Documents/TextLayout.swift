/// How a text uses line breaks: whether lines were wrapped at a width, or end where the author
/// ended them.
struct TextLayout {
  /// The width, in scalars, at which lines were wrapped; nil where line breaks are the author's.
  let wrapWidth: Int?

  /// A text is hard-wrapped when at least half of the lines that are followed by another could not
  /// have taken the next line's first word, at a width usual for print (40–140).
  init(lines: [LineShape]) {
    let widths = lines.filter { !$0.isBlank }.map(\.width).sorted()
    guard let widest = widths.isEmpty ? nil : widths[(widths.count - 1) * 97 / 100],
      (40...140).contains(widest)
    else {
      wrapWidth = nil
      return
    }
    var pairs = 0
    var full = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      pairs += 1
      if line.width + 1 + next.firstWordLength > widest { full += 1 }
    }
    wrapWidth = pairs >= 3 && full * 2 >= pairs ? widest : nil
  }

  /// Whether the author, not the page's width, ended this line.
  func isDeliberateBreak(after line: LineShape, before next: LineShape) -> Bool {
    guard let wrapWidth else { return true }
    return line.width + 1 + next.firstWordLength + 3 <= wrapWidth
  }
}
