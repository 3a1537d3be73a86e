/// What Tillit answers: quoted passages, best first, or that the texts hold no answer.
package struct Answer: Sendable, Equatable {
  package enum Status: String, Sendable, Codable {
    case answered
    /// Passages were found that may not answer: to be read with care.
    case uncertain
    case notFound = "not_found"
  }

  package let question: Question
  package let status: Status
  package let interpretation: Interpretation
  /// Empty when nothing was found.
  package let passages: [CitedPassage]
  /// The best passage of a question that wasn't answered, to be shown as a near miss.
  package var nearestMiss: CitedPassage?
  /// Offered when the best passages split by kind of text.
  package var narrowing: Narrowing?
  /// Questions or words to try instead.
  package var suggestions: [String] = []
  /// The conversation with this question added.
  package let conversation: Conversation
}
