/// The number by which a statute's provision is cited: `§ 15-3`, `§ 14-4 a` or `artikkel 17`.
package struct ProvisionLabel: Hashable, Sendable, Codable, CustomStringConvertible {
  package enum Kind: String, Sendable, Codable { case section, article }

  package let kind: Kind
  /// Lower case, without spaces: `15-3`, `14-4a`, `17`.
  package let number: String

  package init(kind: Kind, number: String) {
    self.kind = kind
    self.number = number
  }

  package var description: String {
    let digits = number.prefix { !$0.isLetter }
    let suffix = number.dropFirst(digits.count)
    let written = suffix.isEmpty ? number : "\(digits) \(suffix)"
    return kind == .section ? "§ \(written)" : "artikkel \(written)"
  }

  /// Reads the label at the start of a heading: `§ 15-3 Oppsigelsesfrister`, `Art 1.`,
  /// `Artikkel 17 Rett til sletting`, or an identifier such as `gdpr/a17 Rett til sletting`.
  package init?(heading: String) {
    let text = heading[...].drop { $0.isWhitespace }
    if text.hasPrefix("§") {
      let rest = text.dropFirst().drop { $0.isWhitespace || $0 == "\u{A0}" }
      guard let number = Self.number(at: rest) else { return nil }
      self.init(kind: .section, number: number)
      return
    }
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard let first = words.first?.lowercased() else { return nil }
    if ["artikkel", "artikel", "art", "art.", "article"].contains(first), words.count > 1,
      let number = Self.number(at: text.dropFirst(words[0].count).drop { $0.isWhitespace })
    {
      self.init(kind: .article, number: number)
    } else if let name = first.split(separator: "/").last, name.hasPrefix("a"),
      let value = Int(name.dropFirst())
    {
      self.init(kind: .article, number: String(value))
    } else {
      return nil
    }
  }

  /// The number that a text begins with: digits, hyphenated digits and a letter of its own.
  static func number(at text: Substring) -> String? {
    func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }
    let chapter = digits(text)
    guard (1...3).contains(chapter.count) else { return nil }
    var number = String(chapter)
    var rest = text.dropFirst(chapter.count)
    if let dash = rest.first, dash == "-" || dash == "–" {
      let section = digits(rest.dropFirst())
      if (1...3).contains(section.count) {
        number += "-" + section
        rest = rest.dropFirst(1 + section.count)
      }
    }
    let afterSpace = rest.drop { $0 == " " || $0 == "\u{A0}" }
    if let letter = afterSpace.first, letter.isASCII, letter.isLowercase {
      let next = afterSpace.dropFirst().first
      if next.map({ !$0.isLetter && !$0.isNumber }) ?? true { return number + String(letter) }
    }
    if let next = rest.first, next.isLetter || next.isNumber { return nil }
    return number
  }
}
