/// What Tillit answers: quoted passages, best first, or that the texts hold no answer.
package struct Answer: Sendable, Equatable {
  package enum Status: String, Sendable, Codable {
    case answered
    /// Passages were found that may not answer: to be read with care.
    case uncertain
    case notFound = "not_found"
  }

  /// What one part of a question is answered with.
  package struct Part: Sendable, Equatable {
    package let text: String
    package let status: Status
    /// Nil when nothing was found.
    package let passage: CitedPassage?

    package init(text: String, status: Status, passage: CitedPassage?) {
      self.text = text
      self.status = status
      self.passage = passage
    }
  }

  package let question: Question
  package let status: Status
  package let interpretation: Interpretation
  /// Empty when nothing was found.
  package let passages: [CitedPassage]
  /// Passages that were found for a question that isn't answered, best first.
  package var nearMisses: [CitedPassage] = []
  /// The first of them, to be shown as such.
  package var nearestMiss: CitedPassage? {
    get { nearMisses.first }
    set { nearMisses = newValue.map { [$0] } ?? [] }
  }
  /// Offered when the best passages split by kind of text.
  package var narrowing: Narrowing?
  /// Topics nearby that the texts do tell of.
  package var suggestions: [String] = []
  /// The parts of a question that asks several things, each answered; else empty.
  package var parts: [Part] = []
  /// The conversation with this question added.
  package let conversation: Conversation
}
