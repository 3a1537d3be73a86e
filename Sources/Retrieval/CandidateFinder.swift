package import Analysis

/// Stage 1: BM25 over the stems of every passage.
package struct CandidateFinder: Sendable {
  /// A stem with the weight and the languages in which it counts.
  package struct WeightedStem: Sendable, Equatable {
    package var stem: String
    package var weight: Double
    /// Nil counts in every language.
    package var norwegian: Bool?

    package init(stem: String, weight: Double, norwegian: Bool? = nil) {
      self.stem = stem
      self.weight = weight
      self.norwegian = norwegian
    }
  }

  private let bm25: BM25
  private var filter = PassageFilter()

  package init(bm25: BM25 = BM25()) { self.bm25 = bm25 }

  /// A finder of the passages that a filter allows.
  package func limited(to filter: PassageFilter) -> CandidateFinder {
    var limited = self
    limited.filter = filter
    return limited
  }

  /// The best passages for some stems, at most `limit`, best first; then those of `others` that are
  /// not among them, with their own scores.
  package func candidates(
    for stems: [WeightedStem], in index: any PassageIndex, limit: Int,
    including others: Set<Int32> = []
  ) throws -> [Candidate] {
    var scores = try scores(of: stems, in: index)
    filter.clear(&scores)
    let best = Self.best(limit, of: scores)
    guard !others.isEmpty else { return best }
    let missing = others.subtracting(best.map(\.ordinal.rawValue)).sorted()
    return best
      + missing.map { Candidate(ordinal: PassageOrdinal(rawValue: $0), score: scores[Int($0)]) }
  }

  /// The score of every passage.
  func scores(of stems: [WeightedStem], in index: any PassageIndex) throws -> [Double] {
    let table = index.passages
    var scores = [Double](repeating: 0, count: table.count)
    for stem in stems {
      let postings = try index.postings(of: stem.stem)
      guard postings.documentFrequency > 0 else { continue }
      let idf = bm25.idf(documentFrequency: postings.documentFrequency, of: table.count)
      add(postings, weight: stem.weight * idf, norwegian: stem.norwegian, table, to: &scores)
    }
    return scores
  }

  /// What a passage in a language would score that held every stem beyond counting; above 0.
  package func ceiling(
    of stems: [WeightedStem], language: Language, in index: any PassageIndex
  ) throws -> Double {
    let total = try stems.filter { $0.norwegian ?? language.isNorwegian == language.isNorwegian }
      .reduce(0.0) { sum, stem in
        let frequency = try index.postings(of: stem.stem).documentFrequency
        return sum + stem.weight
          * bm25.idf(documentFrequency: frequency, of: index.passages.count)
      }
    return max(total * (bm25.k1 + 1), .leastNormalMagnitude)
  }

  private func add(
    _ postings: PostingList, weight: Double, norwegian: Bool?, _ table: PassageTable,
    to scores: inout [Double]
  ) {
    let average = table.averageLength
    for (ordinal, frequency) in zip(postings.ordinals, postings.frequencies) {
      let passage = Int(ordinal)
      if let norwegian, table.languages[passage].isNorwegian != norwegian { continue }
      let saturation = bm25.saturation(
        frequency: Double(frequency), length: Double(table.lengths[passage]),
        averageLength: average)
      scores[passage] += weight * saturation
    }
  }

  /// The highest scores above 0, by a heap whose root is the worst of those kept.
  static func best(_ limit: Int, of scores: [Double]) -> [Candidate] {
    guard limit > 0 else { return [] }
    var heap = BoundedHeap(limit: limit)
    for (position, score) in scores.enumerated() where score > heap.threshold {
      heap.insert(Candidate(ordinal: PassageOrdinal(position), score: score))
    }
    return heap.sorted()
  }
}

extension QueryTerm {
  /// One stem for all passages, or one each for Norwegian and English ones.
  package var weightedStems: [CandidateFinder.WeightedStem] {
    if norwegianStem == englishStem { return [.init(stem: norwegianStem, weight: weight)] }
    return [
      .init(stem: norwegianStem, weight: weight, norwegian: true),
      .init(stem: englishStem, weight: weight, norwegian: false),
    ]
  }
}
