/// A word, number or unit of a text.
package struct Token: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case word
    case number
    /// A whole made of parts that are tokens too: `§15-3`, `8,5`, `31.12`.
    case unit
  }

  /// Case-folded, composed, without soft hyphens; æøå kept, other accents folded.
  package let form: String
  /// Where the token stands, in bytes of the text that was tokenised.
  package let range: Range<Int>
  package let kind: Kind
  /// Whether it was written with a capital first.
  package let isCapitalized: Bool

  package init(form: String, range: Range<Int>, kind: Kind, isCapitalized: Bool) {
    self.form = form
    self.range = range
    self.kind = kind
    self.isCapitalized = isCapitalized
  }
}
