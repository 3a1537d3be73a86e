import Analysis

/// Finds abbreviations in brackets with what they stand for: "Norsk ordinært skipsregister (NOR)",
/// "arbeidsmiljøloven (aml.)", "NAV (Arbeids- og velferdsetaten)".
///
/// After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in
/// biomedical text", PSB 2003: the letters of the short form must stand in the long form in order,
/// the first at the beginning of a word.
struct AbbreviationReader {
  private static let lengths = 2...8

  private let text: SpacedWords

  init(_ text: SpacedWords) { self.text = text }

  func abbreviations() -> [TermReader.Found] {
    text.indices.compactMap { position in
      guard text.isParted(before: position, by: Set("(".utf8)) else { return nil }
      return shortInBrackets(position) ?? longInBrackets(position)
    }
  }

  private func shortInBrackets(_ position: Int) -> TermReader.Found? {
    guard let letters = shortForm(position), closes(position),
      // An act of the EU is no abbreviation: "forordning (EU) 2016/679".
      !["nr", "no"].contains(text.form(position + 1)),
      text.form(position + 1).first?.isNumber != true
    else { return nil }
    let limit = min(letters.count + 5, letters.count * 2)
    var start = position
    while start > 0, position - start < limit,
      start == position || !text.isParted(before: start, by: .sentenceMarks.union("()".utf8))
    { start -= 1 }
    guard let first = Self.start(of: letters, in: words(start..<position)) else { return nil }
    return TermReader.Found(term: position..<position + 1, longForm: start + first..<position)
  }

  private func longInBrackets(_ position: Int) -> TermReader.Found? {
    guard position > 0, let letters = shortForm(position - 1) else { return nil }
    var end = position + 1
    while end < text.words.count, end - position < letters.count + 5,
      !text.isParted(before: end, by: Set(").;:\n".utf8))
    { end += 1 }
    guard end - position > 1, Self.start(of: letters, in: words(position..<end)) == 0 else {
      return nil
    }
    return TermReader.Found(term: position - 1..<position, longForm: position..<end)
  }

  /// The letters of a word that may be an abbreviation: one with two capitals, or in small letters
  /// with a full stop.
  private func shortForm(_ position: Int) -> [Character]? {
    let written = text.text(position..<position + 1)
    let letters = Array(text.form(position))
    let isDotted = text.mark(after: position) == UInt8(ascii: ".")
    guard Self.lengths.contains(letters.count), letters.allSatisfy(\.isLetter),
      written.filter(\.isUppercase).count >= 2 || isDotted && written.allSatisfy(\.isLowercase)
    else { return nil }
    return letters
  }

  private func closes(_ position: Int) -> Bool {
    text.isParted(before: position + 1, by: Set(")".utf8))
  }

  private func words(_ range: Range<Int>) -> [[Character]] { range.map { Array(text.form($0)) } }

  /// The word at which a long form begins, or nil if the words don't hold the letters.
  private static func start(of letters: [Character], in words: [[Character]]) -> Int? {
    var (word, letter) = (words.count - 1, words.last?.count ?? 0)
    for (position, wanted) in letters.enumerated().reversed() {
      repeat {
        letter -= 1
        while letter < 0 {
          word -= 1
          guard word >= 0 else { return nil }
          letter = words[word].count - 1
        }
      } while words[word][letter] != wanted || position == 0 && letter > 0
    }
    return word
  }
}
