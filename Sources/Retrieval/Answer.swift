package import Analysis

/// What Tillit answers: quoted passages, best first, or that the texts hold no answer.
package struct Answer: Sendable, Equatable {
  package enum Status: String, Sendable, Codable {
    case answered
    case uncertain
    case notFound = "not_found"
  }

  package let question: Question
  package let status: Status
  package let interpretation: Interpretation
  package let passages: [CitedPassage]
  /// The conversation with this question added.
  package let conversation: Conversation
}

/// How a question was understood.
package struct Interpretation: Sendable, Equatable {
  package let language: Language
  /// Content words of the question that no passage holds.
  package let unknownWords: [String]
}
