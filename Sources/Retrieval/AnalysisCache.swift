import Analysis
import Documents
import Synchronization

/// The stems of passages that were quoted before, with where they stand in their documents; when it
/// is full, it starts afresh.
final class AnalysisCache: Sendable {
  struct Term: Sendable {
    let stem: String
    /// In bytes of the document.
    let range: Range<Int>
  }

  /// In passages; each takes about 10 kB.
  private static let limit = 1_000

  private let known = Mutex<[PassageOrdinal: [Term]]>([:])

  func terms(of passage: IndexedPassage, by analyzer: Analyzer) -> [Term] {
    if let terms = known.withLock({ $0[passage.ordinal] }) { return terms }
    let start = passage.passage.range.lowerBound
    let utf8 = Array(passage.text.utf8)
    let terms = analyzer.analyze(utf8, range: 0..<utf8.count, language: passage.language)
      .map { Term(stem: $0.stem, range: $0.token.range.shifted(by: start)) }
    known.withLock { known in
      if known.count >= Self.limit { known.removeAll() }
      known[passage.ordinal] = terms
    }
    return terms
  }
}
