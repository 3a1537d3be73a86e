/// A sentence, or one item of a list that is set out line by line.
struct Sentence: Equatable {
  var range: Range<Int>
  /// Whether a paragraph, list item or ledd begins here.
  var startsParagraph: Bool
  /// The number of the ledd that begins here.
  var startsLedd: Int?
  /// The words that introduce the list of which this is an item.
  var leadIn: Range<Int>?
}
