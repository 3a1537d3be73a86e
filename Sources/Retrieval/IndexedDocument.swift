package import Analysis
package import Documents

/// A document as an index holds it, without its text.
package struct IndexedDocument: Sendable, Equatable {
  /// The position among the index's documents, from 0.
  package let position: Int
  package let id: DocumentID
  package let title: String
  /// The name a citation uses: the short title up to a dash, else the title.
  package let citedName: String
  package let language: Language
  package let metadata: DocumentMetadata
  package let contentHash: String
  package let passageCount: Int

  package init(
    position: Int, id: DocumentID, title: String, language: Language, metadata: DocumentMetadata,
    contentHash: String, passageCount: Int
  ) {
    self.position = position
    self.id = id
    self.title = title
    citedName = Self.citedName(shortTitle: metadata.shortTitle) ?? title
    self.language = language
    self.metadata = metadata
    self.contentHash = contentHash
    self.passageCount = passageCount
  }

  private static func citedName(shortTitle: String?) -> String? {
    let name = shortTitle.map { $0.split(separator: " – ", maxSplits: 1).first ?? "" } ?? ""
    return name.isEmpty ? nil : String(name)
  }
}
