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
    // A letter at the end stands apart, as in `§ 14-4 a`; one inside does not: `§ 14a-1`.
    let body = number.last?.isLetter == true ? number.dropLast() : number[...]
    let written = body.count == number.count ? number : "\(body) \(number.suffix(1))"
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

  /// The number that a text begins with, and what follows it: `15-3`, `14-4 a` (as `14-4a`),
  /// `14 A-1` (as `14a-1`), `12a`.
  package static func parseNumber(_ text: Substring) -> (number: String, rest: Substring)? {
    func digits(_ text: Substring) -> Substring { text.prefix { $0.isASCII && $0.isNumber } }
    func letter(_ text: Substring, before isEnd: (Character?) -> Bool) -> (String, Substring)? {
      let spaced = text.drop { $0 == " " || $0 == "\u{A0}" }
      guard let first = spaced.first, first.isASCII, first.isLetter else { return nil }
      let rest = spaced.dropFirst()
      return isEnd(rest.first) ? (first.lowercased(), rest) : nil
    }
    let chapter = digits(text)
    guard (1...3).contains(chapter.count) else { return nil }
    var number = String(chapter)
    var rest = text.dropFirst(chapter.count)
    if let (suffix, after) = letter(rest, before: { $0 == "-" }),
      digits(after.dropFirst()).count > 0
    {
      number += suffix
      rest = after
    }
    if let dash = rest.first, dash == "-" || dash == "–" {
      let section = digits(rest.dropFirst())
      if (1...3).contains(section.count) {
        number += "-" + section
        rest = rest.dropFirst(1 + section.count)
      }
    }
    let isLower = rest.drop { $0 == " " || $0 == "\u{A0}" }.first?.isLowercase ?? false
    // `§ 14-1b)` ends a bracket, `§ 15-3 a)` is an item of a list.
    let isAttached = rest.first?.isLetter ?? false
    if isLower,
      let (suffix, after) = letter(
        rest,
        before: { next in
          guard let next else { return true }
          return !next.isLetter && !next.isNumber && (next != ")" || isAttached)
        }),
      !["i", "å"].contains(suffix)
    {
      return (number + suffix, after)
    }
    if let next = rest.first, next.isLetter || next.isNumber { return nil }
    return (number, rest)
  }

  static func number(at text: Substring) -> String? { parseNumber(text)?.number }
}
