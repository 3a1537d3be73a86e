import Analysis

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

  package init(bm25: BM25 = BM25()) { self.bm25 = bm25 }

  /// The best passages for a query, at most `limit`, best first.
  package func candidates(
    for query: AnalyzedQuery, in index: any PassageIndex, limit: Int
  ) throws -> [Candidate] {
    try candidates(for: query.terms.flatMap(\.weightedStems), in: index, limit: limit)
  }

  package func candidates(
    for stems: [WeightedStem], in index: any PassageIndex, limit: Int
  ) throws -> [Candidate] {
    let table = index.passages
    var scores = [Double](repeating: 0, count: table.count)
    for stem in stems {
      let postings = try index.postings(of: stem.stem)
      guard postings.documentFrequency > 0 else { continue }
      let idf = bm25.idf(documentFrequency: postings.documentFrequency, of: table.count)
      add(postings, weight: stem.weight * idf, norwegian: stem.norwegian, table, to: &scores)
    }
    return Self.best(limit, of: scores)
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
