/// What a person asked, as typed, within limits that keep every answer quick.
package struct Question: Sendable, Equatable {
  /// In characters.
  package static let lengthLimit = 1_000

  package let text: String
  /// Whether the end of a longer question was left out.
  package let isShortened: Bool

  package init(_ text: String) {
    let kept = text.prefix(Self.lengthLimit)
    isShortened = kept.endIndex < text.endIndex
    // Characters can be long without limit (combining marks): bytes are bounded too.
    self.text =
      kept.utf8.count <= 8 * Self.lengthLimit
      ? String(kept) : String(decoding: kept.utf8.prefix(8 * Self.lengthLimit), as: UTF8.self)
  }
}
