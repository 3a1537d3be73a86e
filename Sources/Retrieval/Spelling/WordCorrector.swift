import Analysis

/// Finds what a word that nothing knows was meant to be.
struct WordCorrector: Sendable {
  /// Side by side in so many passages, two words are surely two.
  private static let adjacencyLimit = 20

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
    guard letters >= limits.shortest, !known.contains(form, by: analyzer) else { return nil }
    let distance = letters >= limits.twoEditsFrom ? 2 : 1
    let nearest = try ranked(known.near(form, limit: distance), for: form).first {
      try known.isUsed($0.word, in: language, by: analyzer)
    }
    if let nearest, nearest.distance == 1, nearest.word.first == form.first {
      return [nearest.word]
    }
    return try parts(of: form, by: analyzer) ?? nearest.map { [$0.word] }
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
    .filter { $0.passages >= limits.leastPassages }
    .sorted {
      ($0.match.distance, $0.isOther, $1.passages, $0.match.word)
        < ($1.match.distance, $1.isOther, $0.passages, $1.match.word)
    }
    .map(\.match)
  }

  /// The two words that a word consists of, if the texts have them side by side.
  private func parts(of form: String, by analyzer: Analyzer) throws -> [String]? {
    var best: (parts: [String], count: Int)?
    for index in form.indices.dropFirst() {
      let parts = [String(form[..<index]), String(form[index...])]
      guard parts.contains(where: { $0.unicodeScalars.count >= 3 }),
        parts.allSatisfy({ known.passageCount(of: $0) >= limits.leastPassages })
      else { continue }
      let count = try known.adjacentCount(
        parts[0], parts[1], limit: Self.adjacencyLimit, by: analyzer)
      if count >= limits.leastPassages, count > best?.count ?? 0 { best = (parts, count) }
    }
    return best?.parts
  }
}
