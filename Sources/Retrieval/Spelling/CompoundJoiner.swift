import Analysis

/// Joins compounds that were written as two words: `ferie penger` is `feriepenger`.
struct CompoundJoiner: Sendable {
  private static let links = ["", "s", "e"]
  /// Side by side in so many passages, two words are no compound, however common it is.
  private static let adjacencyLimit = 20

  private let known: KnownWords
  private let limits: SpellingLimits

  init(_ known: KnownWords, _ limits: SpellingLimits) {
    self.known = known
    self.limits = limits
  }

  /// The compound of two neighbouring words, or nil if they are better left apart: because no text
  /// knows it, or because the texts write them apart at least as often.
  func join(_ first: String, _ second: String, by analyzer: Analyzer) throws -> String? {
    guard min(first.unicodeScalars.count, second.unicodeScalars.count) >= 3 else { return nil }
    let isFirstKnown = try known.contains(first, by: analyzer)
    let isSecondKnown = try known.contains(second, by: analyzer)
    let hasFunctionWord = FunctionWords.contains(first) || FunctionWords.contains(second)
    guard !hasFunctionWord || !isFirstKnown || !isSecondKnown else { return nil }
    let compound = try Self.links.map { first + $0 + second }
      .first { try known.contains($0, by: analyzer) }
    guard let compound, isFirstKnown, isSecondKnown else { return compound }
    let apart = try known.adjacentCount(
      first, second, limit: Self.adjacencyLimit, by: analyzer)
    let isJoined = apart < min(max(known.passageCount(of: compound), 1), Self.adjacencyLimit)
    return isJoined ? compound : nil
  }
}
