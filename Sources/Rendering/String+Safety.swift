extension String {
  /// The text without anything that a terminal would act on: control characters other than line
  /// feed and tab, and marks that change the direction of writing.
  package var safeForTerminal: String {
    guard unicodeScalars.contains(where: \.isUnsafeForTerminal) else { return self }
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars { safe.append(scalar.isUnsafeForTerminal ? "\u{FFFD}" : scalar) }
    return String(safe).replacing("\u{FFFD}\n", with: "\n")
  }

  /// JSON whose strings hold nothing that a terminal would act on, and no line ends of Unicode's.
  var escapingUnsafeScalars: String {
    guard unicodeScalars.contains(where: \.isUnsafeForTerminal) else { return self }
    return unicodeScalars.reduce(into: "") { json, scalar in
      guard scalar.isUnsafeForTerminal else { return json.unicodeScalars.append(scalar) }
      json += scalar.unicodeEscape
    }
  }

  /// The text on one line, safe for a terminal.
  package var oneLine: String {
    safeForTerminal.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  var isUnsafeForTerminal: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: false
    }
  }

  /// `\u2028`, of a scalar of at most 16 bits.
  var unicodeEscape: String {
    let digits = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
