/// A part of a document under one heading, without its subsections.
package struct Section: Sendable, Equatable {
  /// The position among the document's sections, from 0.
  package let index: Int
  /// 1 for the outermost headings; 0 for text before the first heading.
  package let level: Int
  /// Empty for text before the first heading.
  package let heading: String
  /// The headings from the outermost to this one, without the document's own title.
  package let path: [String]
  /// Names the section within its document: `§15-3`, or the heading in lower case with hyphens.
  package let anchor: String
  package let provision: ProvisionLabel?
  /// From the heading to the last byte before the next heading.
  package let range: Range<Int>
  /// The heading's own bytes; empty where there is none.
  package let headingRange: Range<Int>
  /// The ledd (numbered or unnumbered subsections) of a provision, in order.
  package let ledd: [Ledd]

  /// A subsection of a provision, cited by its number: `§ 15-3 (7)`.
  package struct Ledd: Sendable, Equatable, Codable {
    package let number: Int
    package let range: Range<Int>

    package init(number: Int, range: Range<Int>) {
      self.number = number
      self.range = range
    }
  }
}
