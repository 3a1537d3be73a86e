import Analysis
import Documents

/// Finds mentions of provisions: `aml § 15-3 (7)`, `ferieloven 5`, `section 5 of the Holidays Act`,
/// `arbeidsmiljøloven paragraf 15-3 tredje ledd`, `gdpr artikkel 17`, `§§ 15-3 og 15-4`.
package struct ReferenceParser: Sendable {
  package enum Context: Sendable {
    /// An act named anywhere holds for every number; a number may follow an act's name directly.
    case question
    /// A number without an act means the text's own.
    case document(Int)
  }

  private let names: ActNames

  package init(names: ActNames) { self.names = names }

  package func references(in text: String, context: Context) -> [ProvisionReference] {
    ReferenceScan(text, names: names, context: context).references()
  }

  /// The acts that a question names, whether or not with a provision. A short name in a longer text
  /// may be another word (`ha`): it counts only if asked for.
  package func documents(namedIn text: String, includingShort: Bool = false) -> Set<Int> {
    let tokens = Tokenizer().tokens(in: text).filter { $0.kind != .unit }
    return names.mentions(in: tokens).filter { includingShort || !$0.isShort || tokens.count <= 3 }
      .reduce(into: []) { $0.formUnion($1.act.documents) }
  }

  /// The acts that a question's tokens name, and the words that name them.
  func documents(namedIn tokens: [Token]) -> (documents: Set<Int>, words: Set<String>) {
    let tokens = tokens.filter { $0.kind != .unit }
    let mentions = names.mentions(in: tokens)
    return (
      mentions.reduce(into: []) { $0.formUnion($1.act.documents) },
      Set(mentions.flatMap { tokens[$0.tokens].map(\.form) })
    )
  }
}

/// One text being searched for references.
private struct ReferenceScan {
  private let text: String
  private let utf8: [UInt8]
  private let tokens: [Token]
  private let mentions: [ActNames.Mention]
  private let context: ReferenceParser.Context

  init(_ text: String, names: ActNames, context: ReferenceParser.Context) {
    self.text = text
    utf8 = Array(text.utf8)
    tokens = Tokenizer().tokens(in: utf8, range: 0..<utf8.count).filter { $0.kind != .unit }
    mentions = names.mentions(in: tokens)
    self.context = context
  }

  func references() -> [ProvisionReference] {
    var references: [ProvisionReference] = []
    for marker in markers() {
      var rest = text(from: marker.end).drop { $0.isWhitespace || $0 == "." }
      var act: ActNames.Act?
      while let (number, after) = ProvisionLabel.parseNumber(rest) {
        let range = offset(of: rest)..<offset(of: after)
        let (ledd, afterLedd) = Self.ledd(in: after)
        guard let found = act ?? self.act(of: marker, numberEnd: offset(of: afterLedd)) else {
          break
        }
        act = found
        references.append(
          ProvisionReference(
            documents: found.documents.isEmpty ? nil : found.documents, absentAct: found.absent,
            label: ProvisionLabel(
              kind: found.hasArticles ? .article : marker.kind ?? .section, number: number),
            ledd: ledd, range: range))
        guard marker.isList, let next = Self.listContinuation(of: afterLedd) else { break }
        rest = next
      }
    }
    return references
  }

  // MARK: Markers

  /// What announces a provision's number.
  fileprivate struct Marker {
    /// Nil where only an act's name tells that a number is a provision's.
    var kind: ProvisionLabel.Kind?
    var start: Int
    var end: Int
    /// `§§ 15-3 og 15-4`.
    var isList: Bool
  }

  private static let sectionWords: Set<String> = [
    "paragraf", "paragrafen", "paragrafar", "par", "section", "sections", "sec", "sect",
  ]
  private static let articleWords: Set<String> = [
    "artikkel", "artikkelen", "artikel", "art", "article", "articles",
  ]

  private func markers() -> [Marker] {
    var markers: [Marker] = []
    var offset = 0
    while offset + 1 < utf8.count {
      guard utf8[offset] == 0xC2, utf8[offset + 1] == 0xA7 else {
        offset += 1
        continue
      }
      var end = offset + 2
      while end + 1 < utf8.count, utf8[end] == 0xC2, utf8[end + 1] == 0xA7 { end += 2 }
      markers.append(
        Marker(kind: .section, start: offset, end: end, isList: end > offset + 2))
      offset = end
    }
    for token in tokens {
      if Self.sectionWords.contains(token.form) {
        markers.append(Marker(kind: .section, token))
      } else if Self.articleWords.contains(token.form) {
        markers.append(Marker(kind: .article, token))
      }
    }
    if case .question = context { markers += markersAfterNames() }
    return markers.sorted { $0.start < $1.start }
  }

  /// `aml 15-3`: an act's name right before a number.
  private func markersAfterNames() -> [Marker] {
    mentions.compactMap { mention in
      guard let last = mention.tokens.last, mention.tokens.upperBound < tokens.count else {
        return nil
      }
      let next = tokens[mention.tokens.upperBound]
      guard let digit = next.form.utf8.first, (0x30...0x39).contains(digit),
        next.range.lowerBound - tokens[last].range.upperBound == 1
      else { return nil }
      let end = tokens[last].range.upperBound
      return Marker(kind: nil, start: end, end: end, isList: false)
    }
  }

  // MARK: Acts

  /// The act that a number belongs to; an empty set of documents means any. Nil for an act that
  /// isn't in the collection.
  private func act(of marker: Marker, numberEnd: Int) -> ActNames.Act? {
    if let before = mentions.last(where: { isRightBefore(marker.start, $0) }) { return before.act }
    if let after = mentions.first(where: { isRightAfter(numberEnd, $0) }) { return after.act }
    switch context {
    case .question:
      let named = mentions.filter { !$0.isShort || mentions.count == 1 }
      if let act = named.first?.act { return act }
      return ActNames.Act(documents: [], hasArticles: false)
    case .document(let own):
      return namesOtherAct(before: marker.start)
        ? nil : ActNames.Act(documents: [own], hasArticles: false)
    }
  }

  private static let conjunctions: Set<String> = ["og", "eller", "samt", "and", "or"]

  private func isRightBefore(_ offset: Int, _ mention: ActNames.Mention) -> Bool {
    guard let last = mention.tokens.last else { return false }
    let gap = offset - tokens[last].range.upperBound
    return (0...3).contains(gap)
  }

  /// Only small words may stand between: `§ 15-3 i aml`, `section 5 of the Holidays Act`. `og`
  /// begins another reference: `§ 3 og ferieloven § 2`.
  private func isRightAfter(_ offset: Int, _ mention: ActNames.Mention) -> Bool {
    let first = mention.tokens.lowerBound
    guard tokens[first].range.lowerBound >= offset else { return false }
    let between = tokens[..<first].filter { $0.range.lowerBound >= offset }
    return between.count <= 3
      && between.allSatisfy {
        FunctionWords.isLight($0.form) && !Self.conjunctions.contains($0.form)
      }
  }

  /// `barnevernsloven § 9-1` must not be taken for this text's own § 9-1.
  private func namesOtherAct(before offset: Int) -> Bool {
    guard let last = tokens.last(where: { $0.range.upperBound <= offset }),
      offset - last.range.upperBound <= 3
    else { return false }
    let endings = [
      "loven", "lova", "lovens", "forskriften", "forskrifta", "direktivet", "avtalen", "act",
      "konvensjonen",
    ]
    return endings.contains { last.form.hasSuffix($0) && last.form != $0 }
      || last.form == "act" || endsDatedAct(before: last)
  }

  /// `lov 18. mai 1979 nr. 18 § 3`: a number after `nr`.
  private func endsDatedAct(before last: Token) -> Bool {
    guard last.kind == .number,
      let position = tokens.firstIndex(where: { $0.range == last.range }), position > 0
    else { return false }
    return tokens[position - 1].form == "nr"
  }

  // MARK: Ledd and lists

  private static let ordinals: [String: Int] = [
    "første": 1, "fyrste": 1, "annet": 2, "andre": 2, "tredje": 3, "fjerde": 4, "femte": 5,
    "sjette": 6, "sjuende": 7, "syvende": 7, "sjuande": 7, "åttende": 8, "åttande": 8,
    "niende": 9, "niande": 9, "tiende": 10, "tiande": 10, "ellevte": 11, "tolvte": 12,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
  ]
  private static let leddWords: Set<String> = [
    "ledd", "paragraph", "subsection", "subparagraph", "para",
  ]

  /// `(7)`, `tredje ledd`, `3. ledd`, `ledd 3`, `third paragraph`, and what follows.
  private static func ledd(in text: Substring) -> (Int?, Substring) {
    var rest = text.drop { $0.isWhitespace || $0 == "," }
    if rest.first == "(" {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      let after = rest.dropFirst(1 + digits.count)
      if let number = Int(digits), number < 100, after.first == ")" {
        return (number, after.dropFirst())
      }
      return (nil, text)
    }
    let words = rest.split(maxSplits: 2) { $0.isWhitespace || $0 == "." || $0 == "," }
    guard words.count >= 2 else { return (nil, text) }
    let (first, second) = (words[0].lowercased(), words[1].lowercased())
    let plainSecond = second.filter { $0.isLetter || $0.isNumber }
    if leddWords.contains(plainSecond), let number = ordinals[first] ?? Int(first) {
      rest = text[words[1].endIndex...]
      return (number, rest)
    }
    if leddWords.contains(first), let number = Int(plainSecond) {
      return (number, text[words[1].endIndex...])
    }
    return (nil, text)
  }

  /// After `§§ 15-3` come `, 15-4` and `og 15-5`.
  private static func listContinuation(of text: Substring) -> Substring? {
    let rest = text.drop { $0.isWhitespace || $0 == "," }
    guard rest.startIndex > text.startIndex else { return nil }
    for word in ["og ", "eller ", "til ", "and ", "or ", "to "] where rest.hasPrefix(word) {
      return rest.dropFirst(word.count)
    }
    return rest.first?.isNumber == true ? rest : nil
  }

  // MARK: Offsets

  private func text(from offset: Int) -> Substring {
    text[text.utf8.index(text.startIndex, offsetBy: offset)...]
  }

  private func offset(of rest: Substring) -> Int {
    text.utf8.distance(from: text.startIndex, to: rest.startIndex)
  }
}

extension ReferenceScan.Marker {
  fileprivate init(kind: ProvisionLabel.Kind, _ word: Token) {
    self.init(kind: kind, start: word.range.lowerBound, end: word.range.upperBound, isList: false)
  }
}
