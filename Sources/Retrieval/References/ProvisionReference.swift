package import Documents

/// A mention of a provision in a question or a text.
package struct ProvisionReference: Sendable, Equatable {
  /// The acts it may mean; nil where none is named.
  package var documents: Set<Int>?
  /// The position among all known acts of one that the collection lacks.
  package var absentAct: Int?
  package var label: ProvisionLabel
  package var ledd: Int?
  /// Where the number stands, in bytes of the text.
  package var range: Range<Int>
}
