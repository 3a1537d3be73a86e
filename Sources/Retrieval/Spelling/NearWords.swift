import Synchronization

/// Finds the words of a lexicon that are few edits away from another.
///
/// The letter profiles of all words, 16 bytes each, are made when the first word is looked for and
/// kept: of 20,000 words they leave some hundred whose distance must be computed.
final class NearWords: Sendable {
  /// A word with its distance from the one looked for.
  struct Match: Equatable {
    let word: String
    let distance: Int
  }

  private let words: PackedStrings
  private let profiles = Mutex<[LetterProfile]?>(nil)

  init(_ words: PackedStrings) { self.words = words }

  /// The words at most `limit` edits away, in byte order.
  func matches(for word: String, limit: Int) -> [Match] {
    let profile = LetterProfile(word.utf8)
    let letters = Array(word.unicodeScalars)
    let profiles = knownProfiles()
    var matches: [Match] = []
    for position in profiles.indices where profiles[position].mayBe(within: limit, of: profile) {
      let candidate = words.string(at: position)
      let distance = EditDistance.between(
        letters, Array(candidate.unicodeScalars), limit: limit)
      if let distance { matches.append(Match(word: candidate, distance: distance)) }
    }
    return matches
  }

  private func knownProfiles() -> [LetterProfile] {
    profiles.withLock { profiles in
      if let profiles { return profiles }
      let made = (0..<words.count).map { LetterProfile(words.utf8(at: $0)) }
      profiles = made
      return made
    }
  }
}
