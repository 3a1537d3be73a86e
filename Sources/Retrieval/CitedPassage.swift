import Documents

/// A passage as an answer shows it: quoted, with the sentence that answers, and where it stands.
package struct CitedPassage: Sendable, Equatable {
  /// From 1.
  package let rank: Int
  package let score: Double
  /// How far the passage covers the question, 0–1.
  package let confidence: Double
  package let passage: IndexedPassage
  package let document: IndexedDocument
  /// The sentence that answers best, in bytes of the source text.
  package let quote: Range<Int>
  package let quoteText: String
  /// The words of the passage that the question asked for, in bytes of the source text.
  package let highlights: [Range<Int>]
  package let citation: Citation
}
