/// What is retrieved and quoted: whole sentences of one section.
package struct Passage: Sendable, Equatable {
  package let id: PassageID
  /// The position of its section among the document's sections.
  package let section: Int
  /// The position within its section, from 1.
  package let ordinal: Int
  /// Where the passage stands in the source text.
  package let range: Range<Int>
  /// The sentences, in order, within `range`.
  package let sentences: [Range<Int>]
  /// The words that introduce the list this passage begins in, where they stand before `range`.
  package let leadIn: Range<Int>?
  /// The ledd of a provision that the passage covers, wholly or in part.
  package let ledd: ClosedRange<Int>?

  package init(
    id: PassageID, section: Int, ordinal: Int, range: Range<Int>, sentences: [Range<Int>],
    leadIn: Range<Int>?, ledd: ClosedRange<Int>?
  ) {
    self.id = id
    self.section = section
    self.ordinal = ordinal
    self.range = range
    self.sentences = sentences
    self.leadIn = leadIn
    self.ledd = ledd
  }
}
