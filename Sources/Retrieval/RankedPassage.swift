/// A passage after stage 2, with the parts of its score.
package struct RankedPassage: Sendable, Equatable {
  package let ordinal: PassageOrdinal
  package var parts: ScoreParts { didSet { score = parts.total } }
  /// The sum of the parts.
  package private(set) var score: Double

  package init(ordinal: PassageOrdinal, parts: ScoreParts) {
    self.ordinal = ordinal
    self.parts = parts
    score = parts.total
  }

  /// The total order of every ranking: score descending, then position.
  package static func ranksBefore(_ left: RankedPassage, _ right: RankedPassage) -> Bool {
    left.score != right.score ? left.score > right.score : left.ordinal < right.ordinal
  }
}

/// What each stage gave a passage, weights included; they add up to its score.
package struct ScoreParts: Sendable, Equatable {
  package var stem = 0.0
  package var exactWord = 0.0
  package var trigram = 0.0
  package var bigram = 0.0
  package var document = 0.0
  package var sentence = 0.0
  package var reference = 0.0
  package var concept = 0.0
  package var guide = 0.0
  package var definition = 0.0
  package var conversation = 0.0
  package var year = 0.0
  /// Below 0 for a text not in force.
  package var standing = 0.0

  /// The names of the parts that have parts themselves.
  enum Name {
    static let stem = "stem BM25"
    static let reference = "named provision"
    static let concept = "known provision"
    static let guide = "cited by a guide"
    static let definition = "defined term"
  }

  package init() {}

  package var total: Double {
    words + reference + concept + guide + definition + conversation + year + standing
  }

  /// What the question's words gave.
  package var words: Double { stem + exactWord + trigram + bigram + document + sentence }

  /// The parts in a fixed order, by the names that explanations show.
  package var named: [(name: String, value: Double)] {
    [
      (Name.stem, stem), ("exact words", exactWord), ("trigrams", trigram),
      ("word pairs", bigram), ("whole document", document), ("best sentence", sentence),
      (Name.reference, reference), (Name.concept, concept), (Name.guide, guide),
      (Name.definition, definition), ("document in conversation", conversation),
      ("text of the named year", year),
      ("not in force", standing),
    ]
  }
}
