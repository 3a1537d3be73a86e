/// A piece of HTML. What is interpolated as text is escaped; only literals and other pieces are not.
///
///     let name = "a < b"
///     Markup("<b>\(name)</b>").html  // <b>a &lt; b</b>
struct Markup: ExpressibleByStringInterpolation, Equatable {
  let html: String

  init(stringLiteral value: String) { html = value }
  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }
  init(_ markup: Markup) { self = markup }

  /// Pieces one after the other.
  init(_ pieces: [Markup]) { html = pieces.map(\.html).joined(separator: "\n") }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var html = ""

    init(literalCapacity: Int, interpolationCount: Int) { html.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { html += literal }
    mutating func appendInterpolation(_ text: String) { html += text.escapedForHTML }
    mutating func appendInterpolation(_ number: Int) { html += String(number) }
    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    mutating func appendInterpolation(_ pieces: [Markup]) { html += Markup(pieces).html }
    /// A coordinate, to a tenth.
    mutating func appendInterpolation(_ coordinate: Double) { html += coordinate.fixed(1) }
  }
}

extension String {
  /// Without what HTML takes for markup, and with `\u{FFFD}` for characters that it doesn't allow.
  fileprivate var escapedForHTML: String {
    guard utf8.contains(where: \.needsEscaping) else { return self }
    var escaped = ""
    escaped.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar.isAllowedInHTML ? scalar : "\u{FFFD}")
      }
    }
    return escaped
  }
}

extension UInt8 {
  /// Whether a byte of UTF-8 may belong to what is escaped: a mark of HTML's, a control character, or
  /// the beginning of one beyond ASCII that isn't a Latin letter.
  fileprivate var needsEscaping: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    case 0x00...0x1F, 0x7F, 0xC2, 0xE0...0xFF: true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Neither a control character, a mark that turns the direction of writing, nor a noncharacter.
  fileprivate var isAllowedInHTML: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}
