import Documents
package import Retrieval

/// What goes into an index.
package struct IndexContent: Sendable {
  package var documents: [AnalyzedDocument]
  /// Identifies the sources and everything else the index was built from.
  package var sourceHash: String

  /// Pages that are followed to what they cite, but not shown.
  package var guides: [AnalyzedDocument]
  package var vocabulary: CompiledVocabulary

  package init(
    documents: [AnalyzedDocument], guides: [AnalyzedDocument] = [],
    vocabulary: CompiledVocabulary = CompiledVocabulary(), sourceHash: String
  ) {
    self.documents = documents.sorted { $0.document.id < $1.document.id }
    self.guides = guides.sorted { $0.document.id < $1.document.id }
    self.vocabulary = vocabulary
    self.sourceHash = sourceHash
  }

  package var passageCount: Int { documents.reduce(0) { $0 + $1.passages.count } }
}
