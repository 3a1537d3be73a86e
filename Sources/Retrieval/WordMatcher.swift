import Analysis

/// Compares the words of passages with a query's: exact words, trigrams, neighbouring pairs, and
/// how much of the query one sentence holds.
struct WordMatcher {
  /// Unweighted scores of one passage.
  struct Scores {
    var exactWord = 0.0
    var trigram = 0.0
    var bigram = 0.0
    var sentence = 0.0
  }

  private let bm25: BM25
  private let count: Int
  private let lexicon: Lexicon
  private let averageWords: Double
  private let averageTrigrams: Double
  /// Query words that the collection holds, and their weight times rarity.
  private var exact: [(weight: Double, isContent: Bool)] = []
  private var exactIndex: [UInt32: Int] = [:]
  /// By first word's identifier: the second words that make a pair of the query.
  private var pairs: [UInt64: Int] = [:]
  private var pairWeights: [Double] = []
  /// Weight times rarity by trigram code of the query's content words.
  private var trigramIndex: [Int32: Int] = [:]
  private var trigramWeights: [Double] = []
  /// A coarse filter over trigram codes, so that most words cost a few instructions.
  private var trigramFilter = [UInt64](repeating: 0, count: Trigram.codeCount / 64)
  /// The query's trigrams in each word met so far.
  private var knownWords: [UInt32: WordTrigrams] = [:]

  private struct WordTrigrams {
    var count: Int
    var hits: [Int]
  }

  init(_ query: AnalyzedQuery, lexicon: Lexicon, passages: PassageTable, _ bm25: BM25) {
    self.bm25 = bm25
    count = passages.count(norwegian: query.detectedLanguage?.isNorwegian)
    self.lexicon = lexicon
    averageTrigrams = Double(lexicon.totalTrigrams) / Double(max(passages.count, 1))
    averageWords = passages.averageLength
    addWords(of: query)
    addPairs(of: query)
    addTrigrams(of: query)
  }

  private mutating func addWords(of query: AnalyzedQuery) {
    for term in query.terms {
      guard let id = lexicon.identifier(of: term.form) else { continue }
      let idf = bm25.idf(
        documentFrequency: min(Int(lexicon.passageCounts[id.index]), count), of: count)
      exactIndex[id.rawValue] = exact.count
      exact.append((term.weight * idf, !term.isFunctionWord))
    }
  }

  private mutating func addPairs(of query: AnalyzedQuery) {
    for pair in query.neighbours {
      let (first, second) = (pair.first, pair.second)
      guard let left = lexicon.identifier(of: first.form),
        let right = lexicon.identifier(of: second.form)
      else { continue }
      // A pair is at most as common as its rarer word.
      let bound = min(lexicon.passageCounts[left.index], lexicon.passageCounts[right.index])
      let idf = bm25.idf(documentFrequency: min(max(1, Int(bound) / 4), count), of: count)
      pairs[UInt64(left.rawValue) << 32 | UInt64(right.rawValue)] = pairWeights.count
      pairWeights.append(idf * max(first.weight, second.weight) * min(first.weight, second.weight))
    }
  }

  private mutating func addTrigrams(of query: AnalyzedQuery) {
    guard !lexicon.trigramPassageCounts.isEmpty else { return }
    for term in query.contentTerms where !term.isUnit {
      Trigram.forEach(in: term.form.utf8) { trigram in
        let frequency = Int(lexicon.trigramPassageCounts[Int(trigram.code)])
        guard frequency > 0, trigramIndex[trigram.code] == nil else { return }
        trigramIndex[trigram.code] = trigramWeights.count
        trigramFilter[Int(trigram.code) >> 6] |= 1 << UInt64(trigram.code & 63)
        trigramWeights.append(
          term.weight * bm25.idf(documentFrequency: min(frequency, count), of: count))
      }
    }
  }

  mutating func match(_ passage: PassageWords) -> Scores {
    var exactCounts = [Double](repeating: 0, count: exact.count)
    var pairCounts = [Double](repeating: 0, count: pairWeights.count)
    var trigramCounts = [Double](repeating: 0, count: trigramWeights.count)
    var trigramTotal = 0
    var sentence = SentenceScore(weights: trigramWeights)
    var previous: UInt32?
    for code in passage.codes {
      let id = code >> 1
      if code & 1 == 1 { sentence.close(bm25) }
      if let word = exactIndex[id] {
        exactCounts[word] += 1
      }
      if let previous, !pairs.isEmpty, let pair = pairs[UInt64(previous) << 32 | UInt64(id)] {
        pairCounts[pair] += 1
      }
      previous = id
      let trigrams = trigrams(of: id)
      trigramTotal += trigrams.count
      for hit in trigrams.hits { trigramCounts[hit] += 1 }
      sentence.add(trigrams.hits, of: trigrams.count)
    }
    sentence.close(bm25)
    let length = Double(passage.codes.count)
    var scores = Scores()
    scores.exactWord = sum(exact.map(\.weight), exactCounts, length, averageWords)
    scores.bigram = sum(pairWeights, pairCounts, length, averageWords)
    scores.trigram = sum(trigramWeights, trigramCounts, Double(trigramTotal), averageTrigrams)
    scores.sentence = sentence.best
    return scores
  }

  private func sum(
    _ weights: [Double], _ frequencies: [Double], _ length: Double, _ average: Double
  ) -> Double {
    var score = 0.0
    for (weight, frequency) in zip(weights, frequencies) where frequency > 0 {
      score +=
        weight
        * bm25.saturation(frequency: frequency, length: length, averageLength: max(average, 1))
    }
    return score
  }

  private mutating func trigrams(of id: UInt32) -> WordTrigrams {
    if let known = knownWords[id] { return known }
    var found = WordTrigrams(count: 0, hits: [])
    Trigram.forEach(in: lexicon.words.utf8(at: Int(id))) { trigram in
      found.count += 1
      let bit = trigramFilter[Int(trigram.code) >> 6] >> UInt64(trigram.code & 63) & 1
      if bit == 1, let index = trigramIndex[trigram.code] { found.hits.append(index) }
    }
    knownWords[id] = found
    return found
  }
}

/// The best BM25 of one sentence for the query's trigrams.
private struct SentenceScore {
  /// In trigrams; close to the mean in Norwegian acts and articles.
  private static let usualLength = 90.0

  private let weights: [Double]
  private var frequencies: [Double]
  private var touched: [Int] = []
  private var length = 0
  private(set) var best = 0.0

  init(weights: [Double]) {
    self.weights = weights
    frequencies = [Double](repeating: 0, count: weights.count)
  }

  mutating func add(_ hits: [Int], of count: Int) {
    length += count
    for hit in hits {
      if frequencies[hit] == 0 { touched.append(hit) }
      frequencies[hit] += 1
    }
  }

  /// Ends a sentence and starts the next.
  mutating func close(_ bm25: BM25) {
    var score = 0.0
    for hit in touched {
      score +=
        weights[hit]
        * bm25.saturation(
          frequency: frequencies[hit], length: Double(length), averageLength: Self.usualLength)
      frequencies[hit] = 0
    }
    touched.removeAll(keepingCapacity: true)
    length = 0
    best = max(best, score)
  }
}
