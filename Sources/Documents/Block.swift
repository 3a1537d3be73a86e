/// A paragraph, list item or heading of a document, before sections are built.
struct Block: Equatable {
  enum Kind: Equatable {
    case heading(level: Int, title: String)
    case paragraph
    case listItem
  }

  var kind: Kind
  /// From the first to the last byte that is no white space.
  var range: Range<Int>
}
