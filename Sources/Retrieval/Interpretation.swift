package import Analysis

/// How a question was understood.
package struct Interpretation: Sendable, Equatable {
  /// A word that was searched for in place of one the texts don't know.
  package struct Correction: Sendable, Equatable {
    package let from: String
    package let to: String

    package init(from: String, to: String) {
      self.from = from
      self.to = to
    }
  }

  package var language: Language
  /// What the vocabulary recognised, by each concept's first word in the question's language.
  package var concepts: [String] = []
  package var corrections: [Correction] = []
  /// Words taken over from the conversation; the asker can drop each.
  package var carried: [String] = []
  /// Content words of the question that the texts don't know; of one that they don't answer, those
  /// that nothing found covers.
  package var unknownWords: [String] = []
  /// Where the answer usually stands, for a question that the texts don't surely answer.
  package var elsewhere: String?

  package init(language: Language) { self.language = language }
}
