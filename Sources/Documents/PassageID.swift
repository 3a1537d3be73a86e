/// Identifies a passage: document path, section anchor and ordinal within the section.
///
/// The id survives edits elsewhere in the document: `lover/ferieloven.md#§5/1`.
package struct PassageID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(document: DocumentID, anchor: String, ordinal: Int) {
    rawValue = "\(document.rawValue)#\(anchor)/\(ordinal)"
  }

  package var description: String { rawValue }
}
