import Analysis
import Documents
import Retrieval

/// Small collections written in the tests that use them.
enum InlineTexts {
  /// An index of texts given by their paths.
  static func index(
    _ texts: KeyValuePairs<String, String>, acts: [ActName] = []
  ) throws -> MemoryPassageIndex {
    let analyzer = Analyzer()
    return MemoryPassageIndex(
      try texts.map { path, text in
        AnalyzedDocument(
          try DocumentReader().read(Array(text.utf8), id: DocumentID(path)).document, by: analyzer)
      }, acts: acts)
  }
}
