import Analysis

/// Finds what a word that nothing knows was meant to be.
struct WordCorrector: Sendable {
  /// Side by side in so many passages, two words are surely two.
  private static let adjacencyLimit = 20

  /// The last letters of inflected words, of one letter each.
  private static let endings: Set<Character> = ["a", "e", "n", "r", "s", "t"]
  /// In letters: shorter ones are more often endings than words.
  private static let compoundPart = 3

  private let known: KnownWords
  private let limits: SpellingLimits

  init(_ known: KnownWords, _ limits: SpellingLimits) {
    self.known = known
    self.limits = limits
  }

  /// One word or two, or nil to leave the word alone.
  ///
  /// Two words come after a word one edit away that begins with the same letter (`innleie` is meant
  /// by `inleie`, not `in leie`), and before the others (`i løpet` is meant by `iløpet`).
  func correction(
    of form: String, in language: Language?, by analyzer: Analyzer
  ) throws -> [String]? {
    let letters = form.unicodeScalars.count
    guard letters >= limits.shortest, letters <= limits.longest,
      try !known.contains(form, by: analyzer)
    else { return nil }
    let nearest = try nearest(form, edits: 1, language, by: analyzer)
    if let nearest, nearest.first == form.first { return [nearest] }
    if let parts = try parts(of: form, by: analyzer) { return parts }
    if let nearest { return [nearest] }
    guard letters >= limits.longWord, !isCompound(form) else { return nil }
    return try self.nearest(form, edits: 2, language, by: analyzer).map { [$0] }
  }

  /// The best of the words so many edits away that the question's language uses.
  private func nearest(
    _ form: String, edits: Int, _ language: Language?, by analyzer: Analyzer
  ) throws -> String? {
    try ranked(known.near(form, limit: edits), for: form).first { match in
      try language.map { try known.isUsed(match.word, in: $0, by: analyzer) } ?? true
    }?.word
  }

  /// The frequent ones of some words: fewest edits first, then those with the same first letter,
  /// then the most frequent, in byte order.
  private func ranked(_ matches: [NearWords.Match], for form: String) -> [NearWords.Match] {
    matches.map { match in
      (
        match: match, isOther: match.word.first == form.first ? 0 : 1,
        passages: known.passageCount(of: match.word)
      )
    }
    .filter { isPlausible($0.match, heldBy: $0.passages, for: form) }
    .sorted {
      ($0.match.distance, $0.isOther, $1.passages, $0.match.word)
        < ($1.match.distance, $1.isOther, $0.passages, $1.match.word)
    }
    .map(\.match)
  }

  private func isPlausible(
    _ match: NearWords.Match, heldBy passages: Int, for form: String
  ) -> Bool {
    let (word, letters) = (match.word, form.unicodeScalars.count)
    let (isShort, isSame) = (letters <= limits.shortWord, word.first == form.first)
    let isLong = letters >= limits.longWord && isSame && match.distance == 1
    guard passages >= limits.leastPassages(isShort: isShort, isLong: isLong) else { return false }
    guard match.distance == 1 else { return isSame }
    if isShort && word.unicodeScalars.count < limits.shortest { return false }
    let isReplacement =
      word.unicodeScalars.count == letters
      && LetterProfile(word.utf8) != LetterProfile(form.utf8)
    return !isReplacement || !(isShort || isInflection(of: word, form))
  }

  /// Whether two words differ in an ending of one letter, as `strenge` and `strengt` do.
  private func isInflection(of word: String, _ form: String) -> Bool {
    word.dropLast() == form.dropLast()
      && [word.last, form.last].allSatisfy { $0.map(Self.endings.contains) ?? false }
  }

  /// Whether a word consists of two known ones: most compounds are in no text.
  private func isCompound(_ form: String) -> Bool {
    form.indices.contains { index in
      let parts = [String(form[..<index]), String(form[index...])]
      return parts.allSatisfy {
        $0.unicodeScalars.count >= Self.compoundPart
          && known.passageCount(of: $0) >= limits.leastPassages
      }
    }
  }

  /// The two words that a word consists of, if the texts have them side by side.
  private func parts(of form: String, by analyzer: Analyzer) throws -> [String]? {
    var best: (parts: [String], count: Int)?
    for index in form.indices.dropFirst() {
      let parts = [String(form[..<index]), String(form[index...])]
      guard parts.contains(where: { $0.unicodeScalars.count >= 3 }),
        parts.allSatisfy({ known.passageCount(of: $0) >= limits.leastPassages }),
        // `skaperen` is no `skaper en`.
        analyzer.stem(form, language: .bokmål) != parts[0]
      else { continue }
      let count = try known.adjacentCount(
        parts[0], parts[1], limit: Self.adjacencyLimit, by: analyzer)
      if count >= limits.leastPassages, count > best?.count ?? 0 { best = (parts, count) }
    }
    return best?.parts
  }
}
