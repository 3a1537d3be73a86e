package import Documents

/// What a person asked, as typed, within limits that keep every answer quick, and which texts are
/// asked.
package struct Question: Sendable, Equatable {
  /// In characters.
  package static let lengthLimit = 1_000

  package let text: String
  /// Whether the end of a longer question was left out.
  package let isShortened: Bool
  package var scope: Scope

  /// Which documents may answer.
  package struct Scope: Sendable, Equatable {
    /// Nil for all of them.
    package var documents: Set<DocumentID>?
    /// Texts that weren't in force on this date (`2024-07-01`) rank below those that were.
    package var asOf: String?

    package init(documents: Set<DocumentID>? = nil, asOf: String? = nil) {
      self.documents = documents
      self.asOf = asOf
    }
  }

  package init(_ text: String, scope: Scope = Scope()) {
    let kept = text.prefix(Self.lengthLimit)
    isShortened = kept.endIndex < text.endIndex
    // Characters can be long without limit (combining marks): bytes are bounded too.
    self.text =
      kept.utf8.count <= 8 * Self.lengthLimit
      ? String(kept) : String(decoding: kept.utf8.prefix(8 * Self.lengthLimit), as: UTF8.self)
    self.scope = scope
  }
}
