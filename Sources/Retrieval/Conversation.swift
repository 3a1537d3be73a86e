/// The questions asked so far, oldest first: a value that the asker holds.
package struct Conversation: Sendable, Equatable {
  package private(set) var questions: [Question] = []

  package init() {}

  package func adding(_ question: Question) -> Conversation {
    var extended = self
    extended.questions.append(question)
    return extended
  }
}
