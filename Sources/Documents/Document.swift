/// A policy text, cut into sections and passages.
package struct Document: Sendable {
  package let id: DocumentID
  package let metadata: DocumentMetadata
  /// From the metadata, else from the text's own first heading or line, else the file's name.
  package let title: String
  package let text: SourceText
  /// SHA-256 of the file's bytes, in hexadecimal.
  package let contentHash: String
  package let sections: [Section]
  package let passages: [Passage]
}
