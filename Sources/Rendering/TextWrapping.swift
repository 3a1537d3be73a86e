extension String {
  /// The text's lines, each broken at spaces to fit `width` columns; runs of spaces become one.
  package func wrapped(to width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ") {
        if !current.isEmpty, current.displayWidth + 1 + word.displayWidth > width {
          lines.append(current)
          current = String(word)
        } else {
          current += (current.isEmpty ? "" : " ") + word
        }
      }
      if !current.isEmpty { lines.append(current) }
      return lines
    }
  }
}

extension StringProtocol {
  /// Columns on a terminal, leaving out colour sequences; wide East Asian letters and emoji take
  /// two.
  package var displayWidth: Int {
    var width = 0
    var inSequence = false
    for scalar in unicodeScalars {
      if scalar == "\u{1B}" {
        inSequence = true
      } else if inSequence {
        inSequence = scalar != "m"
      } else {
        width += scalar.columns
      }
    }
    return width
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    guard value >= 0x300 else { return self == "\u{AD}" ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide || properties.isEmojiPresentation ? 2 : 1
    }
  }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
