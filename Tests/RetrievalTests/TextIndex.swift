import Analysis
import Documents
import Retrieval

extension MemoryPassageIndex {
  /// An index of documents given by their paths.
  init(texts: KeyValuePairs<String, String>) throws {
    let analyzer = Analyzer()
    self.init(
      try texts.map { path, text in
        AnalyzedDocument(
          try DocumentReader().read(Array(text.utf8), id: DocumentID(path)).document, by: analyzer)
      })
  }
}
