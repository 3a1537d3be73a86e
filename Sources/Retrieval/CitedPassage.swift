package import Documents

/// A passage as an answer shows it: quoted, with the sentence that answers, and where it stands.
package struct CitedPassage: Sendable, Equatable {
  /// From 1.
  package let rank: Int
  package let score: Double
  /// How likely the passage is to answer, 0–1.
  package internal(set) var confidence: Double
  package let passage: IndexedPassage
  package let document: IndexedDocument
  /// The sentence that answers best, in bytes of the source text.
  package let quote: Range<Int>
  package let quoteText: String
  /// The words of the passage that the question asked for, in bytes of the source text.
  package let highlights: [Range<Int>]
  package let citation: Citation
  /// Whether the text was in force on the date asked about.
  package var standing = Standing.inForce
  /// Other places that say the same: overlapping passages, or the same rule in another text.
  package var alsoIn: [Link] = []
  /// Provisions that the passage refers to and the collection holds.
  package var refersTo: [Link] = []
  /// Provisions that refer to the passage's own.
  package var citedBy: [Link] = []
  /// Set when the question asked for it.
  package var explanation: Explanation?

  /// A place in the collection, as a citation and where to open it.
  package struct Link: Sendable, Equatable {
    package let citation: String
    package let passage: PassageID

    package init(citation: String, passage: PassageID) {
      self.citation = citation
      self.passage = passage
    }
  }
}
