package import Documents

/// The questions asked so far and what they were about: a value that the asker holds.
package struct Conversation: Sendable, Equatable {
  /// A question that was answered.
  package struct Turn: Sendable, Equatable {
    package let question: Question
    /// The question with what was carried into it.
    let query: AnalyzedQuery
    /// Whether it went on from the turn before.
    let isFollowUp: Bool
    /// The passages that were shown, best first.
    package let shown: [PassageID]
    /// The documents of the first few of them.
    let documents: [Int]
  }

  /// Oldest first.
  package private(set) var turns: [Turn] = []
  /// Words that the asker doesn't want carried on.
  package private(set) var dropped: Set<String> = []

  package init() {}

  package var questions: [Question] { turns.map(\.question) }

  func adding(_ turn: Turn) -> Conversation {
    var extended = self
    extended.turns.append(turn)
    return extended
  }

  /// The conversation without its latest turn, which a correction replaces.
  var withoutLatestTurn: Conversation {
    var shortened = self
    _ = shortened.turns.popLast()
    return shortened
  }

  /// The conversation without a carried word, as its name stands in `Interpretation.carried`.
  package func dropping(_ word: String) -> Conversation {
    var reduced = self
    reduced.dropped.insert(word)
    return reduced
  }
}
