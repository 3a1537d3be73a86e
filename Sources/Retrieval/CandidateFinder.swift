package import Analysis

/// Stage 1: BM25 over the stems of every passage.
package struct CandidateFinder: Sendable {
  /// A stem with the weight and the languages in which it counts.
  package struct WeightedStem: Sendable, Equatable {
    package var stem: String
    package var weight: Double
    /// Nil counts in every language.
    package var norwegian: Bool?
    /// The documents in which it counts; nil counts in all.
    var documents: Set<Int32>?
    /// Stems of the same word in another written form: how rare it is, they tell together.
    package var peers: [String] = []
    /// Whether it stands in for the asker's own word, so that no passage needs both.
    package var isCounterpart = false
    /// Whether it is one of the question's own words.
    package var isAsked = false

    package init(stem: String, weight: Double, norwegian: Bool? = nil) {
      self.stem = stem
      self.weight = weight
      self.norwegian = norwegian
    }

    /// Whether it counts in a passage.
    func counts(in passage: Int, of table: PassageTable) -> Bool {
      (norwegian ?? table.languages[passage].isNorwegian) == table.languages[passage].isNorwegian
        && documents?.contains(table.documents[passage]) ?? true
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
      let idf = try bm25.idf(of: stem, in: index)
      add(postings, of: stem, weight: stem.weight * idf, table, to: &scores)
    }
    return scores
  }

  /// What a passage in a language would score that held every stem beyond counting; above 0.
  package func ceiling(
    of stems: [WeightedStem], language: Language, in index: any PassageIndex
  ) throws -> Double {
    let total = try stems.filter { stem in
      !stem.isCounterpart && stem.norwegian ?? language.isNorwegian == language.isNorwegian
    }
    .reduce(0.0) { sum, stem in
      sum + stem.weight * (try bm25.idf(of: stem, in: index))
    }
    return max(total * (bm25.k1 + 1), .leastNormalMagnitude)
  }

  private func add(
    _ postings: PostingList, of stem: WeightedStem, weight: Double, _ table: PassageTable,
    to scores: inout [Double]
  ) {
    let average = table.averageLength
    for (ordinal, frequency) in zip(postings.ordinals, postings.frequencies) {
      let passage = Int(ordinal)
      guard stem.counts(in: passage, of: table) else { continue }
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

extension BM25 {
  /// How rare a word is. The question's own words are weighed among passages of their language: where
  /// that is few passages' language, even its function words would seem rare among all.
  func idf(
    of stem: CandidateFinder.WeightedStem, in index: any PassageIndex
  ) throws -> Double {
    let table = index.passages
    let count = table.count(norwegian: stem.isAsked ? stem.norwegian : nil)
    let found = try ([stem.stem] + stem.peers).reduce(0) { sum, stem in
      sum + (try index.postings(of: stem).documentFrequency)
    }
    return idf(documentFrequency: min(found, count), of: count)
  }
}

extension QueryTerm {
  /// One stem for all passages, or one each for Norwegian and English ones; then those of the other
  /// written form. A compound that no text has is searched for by its parts alone.
  package var weightedStems: [CandidateFinder.WeightedStem] {
    guard parts.isEmpty else {
      return parts.map { .init(stem: $0.stem, weight: $0.weight, norwegian: true) }
    }
    if norwegianStem == englishStem, counterparts.isEmpty {
      return [.init(stem: norwegianStem, weight: weight)]
    }
    var norwegian = CandidateFinder.WeightedStem(
      stem: norwegianStem, weight: weight, norwegian: true)
    norwegian.peers = counterparts.map(\.stem)
    var english = CandidateFinder.WeightedStem(
      stem: englishStem, weight: weight, norwegian: false)
    norwegian.isAsked = true
    english.isAsked = true
    return [norwegian, english] + counterparts.map(weightedStem(of:))
  }

  private func weightedStem(of counterpart: Counterpart) -> CandidateFinder.WeightedStem {
    var stem = CandidateFinder.WeightedStem(
      stem: counterpart.stem, weight: counterpart.weight, norwegian: true)
    stem.peers = [norwegianStem] + counterparts.map(\.stem).filter { $0 != counterpart.stem }
    stem.isCounterpart = true
    return stem
  }
}
