import Analysis
import Documents

/// The stems of passages that were quoted before, with where they stand in their documents.
struct AnalysisCache: Sendable {
  struct Term: Sendable {
    let stem: String
    /// In bytes of the document.
    let range: Range<Int>
  }

  /// Each passage takes about 10 kB.
  private let known = BoundedCache<PassageOrdinal, [Term]>(limit: 1_000)

  func terms(of passage: IndexedPassage, by analyzer: Analyzer) -> [Term] {
    known.value(for: passage.ordinal) {
      let start = passage.passage.range.lowerBound
      let utf8 = Array(passage.text.utf8)
      return analyzer.analyze(utf8, range: 0..<utf8.count, language: passage.language)
        .map { Term(stem: $0.stem, range: $0.token.range.shifted(by: start)) }
    }
  }
}
