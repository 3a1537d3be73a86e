import Analysis
import Documents
import Retrieval

/// Small collections written in the tests that use them.
enum InlineTexts {
  /// An index of texts given by their paths.
  static func index(
    _ texts: KeyValuePairs<String, String>, acts: [ActName] = [],
    lengths: Chunker.Lengths = Chunker.Lengths()
  ) throws -> MemoryPassageIndex {
    MemoryPassageIndex(
      try texts.map { path, text in try analyzed(path, text, lengths: lengths) }, acts: acts)
  }

  static func analyzed(
    _ path: String, _ text: String, lengths: Chunker.Lengths = Chunker.Lengths()
  ) throws -> AnalyzedDocument {
    let reader = DocumentReader(chunker: Chunker(lengths: lengths))
    return AnalyzedDocument(
      try reader.read(Array(text.utf8), id: DocumentID(path)).document, by: Analyzer())
  }
}
