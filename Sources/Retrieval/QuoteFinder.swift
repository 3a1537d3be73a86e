import Analysis
import Documents

/// Finds, in a passage, the sentence that answers a query and the words that match it.
struct QuoteFinder {
  private let weights: [String: Double]
  private let analyzer: Analyzer
  private let analyses: AnalysisCache

  /// `idf` tells how rare a stem is in the collection.
  init(
    _ query: AnalyzedQuery, language: Language, by analyzer: Analyzer,
    _ analyses: AnalysisCache, idf: (String) throws -> Double
  ) rethrows {
    var weights: [String: Double] = [:]
    for stem in query.contentStems
    where stem.norwegian ?? language.isNorwegian == language.isNorwegian {
      weights[stem.stem] = max(weights[stem.stem] ?? 0, stem.weight * (try idf(stem.stem)))
    }
    self.weights = weights
    self.analyzer = analyzer
    self.analyses = analyses
  }

  /// The sentence that stands around `place`, else the best one, and the matching words, in bytes of
  /// the source text.
  func quote(
    from passage: IndexedPassage, around place: Int? = nil
  ) -> (sentence: Range<Int>, highlights: [Range<Int>]) {
    let matches = analyses.terms(of: passage, by: analyzer).filter { weights[$0.stem] != nil }
    let highlights = Self.withoutOverlap(matches.map(\.range))
    if let place, let sentence = passage.passage.sentences.first(where: { $0.contains(place) }) {
      return (sentence, highlights)
    }
    var best = passage.passage.sentences.first ?? passage.passage.range
    var bestWeight = 0.0
    for sentence in passage.passage.sentences {
      let stems = Set(matches.filter { sentence.contains($0.range.lowerBound) }.map(\.stem))
      // Summed in a fixed order, so that ties break the same way in every run.
      let weight = stems.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
      if weight > bestWeight + 1e-9 {
        best = sentence
        bestWeight = weight
      }
    }
    return (best, highlights)
  }

  /// A unit such as `§ 15-3` covers its parts.
  private static func withoutOverlap(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    })
    where range.lowerBound >= (result.last?.upperBound ?? 0) {
      result.append(range)
    }
    return result
  }
}

extension Range<Int> {
  func shifted(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
