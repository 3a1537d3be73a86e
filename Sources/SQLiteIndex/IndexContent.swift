import Documents
package import Retrieval

/// What goes into an index.
package struct IndexContent: Sendable {
  package var documents: [AnalyzedDocument]
  /// Identifies the sources and everything else the index was built from.
  package var sourceHash: String

  package init(documents: [AnalyzedDocument], sourceHash: String) {
    self.documents = documents.sorted { $0.document.id < $1.document.id }
    self.sourceHash = sourceHash
  }

  package var passageCount: Int { documents.reduce(0) { $0 + $1.passages.count } }
}
