/// Words and phrases by which people go on with a conversation, or leave it.
package enum DialogueCues {
  package enum Kind: String, Sendable {
    case opening, conditional, referring, pronoun, closing, comparing, verb, subject, switching
    case askingAbout = "asking about"
    case auxiliaryWithPronoun = "auxiliary with pronoun"
    case questionWord = "question word"
    case correcting, shown, defining
  }

  /// Whether the words begin with a cue.
  package static func starts(_ words: [String], with kind: Kind) -> Bool {
    cues(kind).contains { words.starts(with: $0) }
  }

  /// Whether a cue stands anywhere among the words.
  package static func contains(_ words: [String], _ kind: Kind) -> Bool {
    cues(kind).contains { cue in
      words.indices.contains { words[$0...].starts(with: cue) }
    }
  }

  /// How many of the words are cues of one word.
  package static func count(_ kind: Kind, in words: [String]) -> Int {
    let single = singleWords[kind.rawValue] ?? []
    return words.count(where: single.contains)
  }

  package static func ends(_ words: [String], with kind: Kind) -> Bool {
    words.last.map { singleWords[kind.rawValue]?.contains($0) ?? false } ?? false
  }

  /// The rank of the shown passage that the words point to, from 1; 0 for the last one.
  package static func shownRank(_ words: [String]) -> Int? {
    for cue in cues(.shown) {
      guard let rank = cue.last.flatMap({ Int($0) }) else { continue }
      let phrase = cue.dropLast()
      if words.indices.contains(where: { words[$0...].starts(with: phrase) }) { return rank }
    }
    return nil
  }

  private static func cues(_ kind: Kind) -> [[String]] { blocks[kind.rawValue] ?? [] }

  private static let blocks = WordList.blocks(of: PackageResources.dialogue_cues_txt)
  private static let singleWords = blocks.mapValues { cues in
    Set(cues.filter { $0.count == 1 }.joined())
  }
}
