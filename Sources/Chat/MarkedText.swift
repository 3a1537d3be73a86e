import Documents
import Rendering
import Retrieval

/// A passage's words as a screen shows them, in parts.
struct MarkedText {
  private let cited: CitedPassage
  private let style: TerminalStyle
  /// The passage's text with the lines of each paragraph joined, byte for byte as long.
  private let utf8: [UInt8]

  init(_ cited: CitedPassage, style: TerminalStyle) {
    self.cited = cited
    self.style = style
    utf8 = Array(cited.passage.text.joiningSoftBreaks.utf8)
  }

  /// The whole passage, its words alone marked.
  var all: String { text(in: range, isDimmed: false) }

  /// The answering sentence, on one line, with the words that were asked for marked.
  var quote: String { text(in: cited.quote, isDimmed: false).onOneLine }

  /// What stands before the answering sentence, dimmed: the lead-in of a list and the beginning of
  /// the passage.
  var before: String {
    let leadIn = cited.passage.leadIn.map { style.dimWords($0.safeForTerminal) + "\n" } ?? ""
    return leadIn + text(in: range.lowerBound..<cited.quote.lowerBound, isDimmed: true)
  }

  /// What stands after the answering sentence, dimmed.
  var after: String { text(in: cited.quote.upperBound..<range.upperBound, isDimmed: true) }

  private var range: Range<Int> { cited.passage.passage.range }

  /// The words in a byte range of the source text.
  private func text(in part: Range<Int>, isDimmed: Bool) -> String {
    let part = part.clamped(to: range)
    var marked = ""
    var end = part.lowerBound
    func append(_ piece: Range<Int>) {
      let words = words(in: piece)
      marked += isDimmed ? style.dimWords(words) : words
    }
    for highlight in cited.highlights where part.contains(highlight.lowerBound) {
      let highlight = highlight.clamped(to: part)
      guard highlight.lowerBound >= end else { continue }
      append(end..<highlight.lowerBound)
      marked += style.highlight(words(in: highlight))
      end = highlight.upperBound
    }
    append(end..<part.upperBound)
    return marked
  }

  private func words(in piece: Range<Int>) -> String {
    let own = piece.clamped(to: range)
    let start = range.lowerBound
    return String(
      decoding: utf8[(own.lowerBound - start)..<(own.upperBound - start)], as: UTF8.self
    ).safeForTerminal
  }
}

extension String {
  /// The text with its line breaks and tabs made spaces; colour sequences stay.
  var onOneLine: String { replacing("\n", with: " ").replacing("\t", with: " ") }

  /// The text cut to fit a number of columns, with an ellipsis where something is left out. Meant
  /// for text without colour.
  func truncated(to width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var used = 1
    for character in self {
      let own = String(character).displayWidth
      guard used + own <= width else { break }
      kept.append(character)
      used += own
    }
    return kept.trimmingTrailingSpaces + "…"
  }

  private var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
