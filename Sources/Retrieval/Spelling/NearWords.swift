import Synchronization

/// Finds the words of a lexicon that are few edits away from another.
///
/// The letter profiles of all words, 8 bytes each, are made when the first word is looked for and
/// kept: comparing them leaves some hundred of 20,000 words whose distance must be computed.
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
    let bitLimit = LetterProfile.bitLimit(forDistance: limit)
    let letters = Array(word.unicodeScalars)
    return knownProfiles().enumerated().compactMap { position, known in
      guard known.difference(from: profile) <= bitLimit else { return nil }
      let candidate = words.string(at: position)
      return EditDistance.between(letters, Array(candidate.unicodeScalars), limit: limit)
        .map { Match(word: candidate, distance: $0) }
    }
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
