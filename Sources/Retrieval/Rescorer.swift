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
    _ candidates: [Candidate], for query: AnalyzedQuery, in index: any PassageIndex,
    directed directions: Directions = Directions()
  ) throws -> [RankedPassage] {
    // Strengths are shares of the best stage 1 score, so that they mean the same for every question.
    let scale = max(candidates.first?.score ?? 0, 1)
    var matcher = WordMatcher(
      query, with: try candidates.map { try index.words(of: $0.ordinal) }, lexicon: index.lexicon,
      table: index.passages, bm25)
    let documents = try DocumentScores(of: query, in: index)
    return zip(candidates, matcher.scores()).map { candidate, found in
      var parts = ScoreParts()
      parts.stem = weights.stem * candidate.score
      parts.exactWord = weights.exactWord * found.exactWord
      parts.trigram = weights.trigram * found.trigram
      parts.bigram = weights.bigram * found.bigram
      parts.sentence = weights.sentence * found.sentence
      parts.document =
        weights.document * documents.score(of: index.passages.documents[candidate.ordinal.index])
      let ordinal = candidate.ordinal
      parts.reference =
        weights.reference * scale * directions.strength(of: ordinal, from: .reference)
      parts.concept = weights.concept * scale * directions.strength(of: ordinal, from: .concept)
      parts.guide = weights.guide * scale * directions.strength(of: ordinal, from: .guide)
      parts.definition =
        weights.definition * scale * directions.strength(of: ordinal, from: .definition)
      let document = Int(index.passages.documents[ordinal.index])
      parts.conversation =
        weights.conversation * scale * (directions.conversation[document] ?? 0)
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
    for stem in query.contentStems {
      let frequencies = try Self.frequencies(of: stem, in: index)
      let found = frequencies.count { $0 > 0 }
      guard found > 0 else { continue }
      let total = index.passages.documentCount(norwegian: stem.isAsked ? stem.norwegian : nil)
      let holding = try Self.frequency(of: stem, found: frequencies, in: index)
      let weight = stem.weight * Self.bm25.idf(documentFrequency: min(holding, total), of: total)
      for document in 0..<count where frequencies[document] > 0 {
        scores[document] +=
          weight
          * Self.bm25.saturation(
            frequency: Double(frequencies[document]), length: Double(lengths[document]),
            averageLength: average)
      }
    }
  }

  /// How many documents hold a stem or one of its peers.
  private static func frequency(
    of stem: CandidateFinder.WeightedStem, found: [Int], in index: any PassageIndex
  ) throws -> Int {
    var holding = found.map { $0 > 0 }
    for peer in stem.peers {
      for ordinal in try index.postings(of: peer).ordinals {
        holding[Int(index.passages.documents[Int(ordinal)])] = true
      }
    }
    return holding.count { $0 }
  }

  /// How often each document holds a stem.
  private static func frequencies(
    of stem: CandidateFinder.WeightedStem, in index: any PassageIndex
  ) throws -> [Int] {
    let table = index.passages
    let postings = try index.postings(of: stem.stem)
    var frequencies = [Int](repeating: 0, count: index.documents.count)
    for (ordinal, frequency) in zip(postings.ordinals, postings.frequencies) {
      let passage = Int(ordinal)
      guard stem.counts(in: passage, of: table) else { continue }
      frequencies[Int(table.documents[passage])] += Int(frequency)
    }
    return frequencies
  }

  func score(of document: Int32) -> Double { scores[Int(document)] }
}
