/// The questions asked so far and what they were about: a value that the asker holds.
package struct Conversation: Sendable, Equatable {
  /// Oldest first.
  package private(set) var questions: [Question] = []
  /// Words that the asker doesn't want carried on.
  package private(set) var dropped: Set<String> = []

  package init() {}

  package func adding(_ question: Question) -> Conversation {
    var extended = self
    extended.questions.append(question)
    return extended
  }

  /// The conversation without a carried word, as its name stands in `Interpretation.carried`.
  package func dropping(_ word: String) -> Conversation {
    var reduced = self
    reduced.dropped.insert(word)
    return reduced
  }
}
