import Analysis

/// Stage 2: rescores the candidates by what only their words in order can tell.
package struct Rescorer: Sendable {
  private let weights: RescoringWeights
  private let bm25: BM25

  package init(weights: RescoringWeights = RescoringWeights(), bm25: BM25 = BM25()) {
    self.weights = weights
    self.bm25 = bm25
  }

  /// The candidates with new scores, best first.
  package func rescore(
    _ candidates: [Candidate], for query: AnalyzedQuery, in index: any PassageIndex
  ) throws -> [RankedPassage] {
    var matcher = WordMatcher(query, lexicon: index.lexicon, count: index.passages.count, bm25)
    let documents = try DocumentScores(of: query, in: index)
    return try candidates.map { candidate in
      let words = try index.words(of: candidate.ordinal)
      let found = matcher.match(words)
      var parts = ScoreParts()
      parts.stem = weights.stem * candidate.score
      parts.exactWord = weights.exactWord * found.exactWord
      parts.trigram = weights.trigram * found.trigram
      parts.bigram = weights.bigram * found.bigram
      parts.sentence = weights.sentence * found.sentence
      parts.document =
        weights.document * documents.score(of: index.passages.documents[candidate.ordinal.index])
      return RankedPassage(ordinal: candidate.ordinal, parts: parts)
    }
    .sorted(by: RankedPassage.ranksBefore)
  }
}

/// BM25 of whole documents for the content words of a query.
private struct DocumentScores {
  /// Whole documents are long and uneven: the usual constants suit them (NorQuAD, SQuAD).
  private static let bm25 = BM25(k1: 1.2, b: 0.75)

  private var scores: [Double]

  init(of query: AnalyzedQuery, in index: any PassageIndex) throws {
    let count = index.documents.count
    scores = [Double](repeating: 0, count: count)
    guard count > 1 else { return }
    let lengths = index.passages.documentLengths
    let average = Double(index.passages.totalLength) / Double(count)
    for term in query.contentTerms {
      for stem in term.weightedStems {
        let postings = try index.postings(of: stem.stem)
        var frequencies = [Int](repeating: 0, count: count)
        for (ordinal, frequency) in zip(postings.ordinals, postings.frequencies) {
          let passage = Int(ordinal)
          let isNorwegian = index.passages.languages[passage].isNorwegian
          if let norwegian = stem.norwegian, norwegian != isNorwegian { continue }
          frequencies[Int(index.passages.documents[passage])] += Int(frequency)
        }
        let found = frequencies.count { $0 > 0 }
        guard found > 0 else { continue }
        let weight = stem.weight * Self.bm25.idf(documentFrequency: found, of: count)
        for document in 0..<count where frequencies[document] > 0 {
          scores[document] +=
            weight
            * Self.bm25.saturation(
              frequency: Double(frequencies[document]), length: Double(lengths[document]),
              averageLength: average)
        }
      }
    }
  }

  func score(of document: Int32) -> Double { scores[Int(document)] }
}
