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

  /// That a trigram is there counts, hardly how often, however long the passage: on NorQuAD 0.001
  /// MRR@10 more than the constants for words.
  private static let trigramBM25 = BM25(k1: 0.2, b: 0)
  /// How much a trigram's own rarity counts beside its share of its word's: by itself, long words
  /// would count as several.
  private static let ownRarity = 0.5

  private let bm25: BM25
  private let count: Int
  private let lexicon: Lexicon
  private let averageWords: Double
  /// Weight times rarity of the query words that the collection holds.
  private let exactWeights: [Double]
  private let exactIndex: [UInt32: Int]
  private var pairs: PairMatcher
  /// Of the trigrams of the query's content words.
  private var trigramWeights: [Double] = []
  /// The same for sentences: weight times rarity.
  private var trigramRarities: [Double] = []
  private var trigrams: [Trigram] = []
  private let compared: [PassageWords]
  /// By word identifier: one more than its position in `traits`, 0 for a word that no passage has
  /// which is compared.
  private var traitIndex: [UInt32]
  /// The first are those of every word that has nothing of the query.
  private var traits = [WordTraits()]
  /// The positions of the query's trigrams in those words, word after word.
  private var hits: [UInt16] = []
  private var exactCounts: [Double] = []
  private var trigramCounts: [Double] = []
  private var sentence = SentenceScore(weights: [])

  /// What of the query one word of the collection has.
  private struct WordTraits {
    /// The position among the exact words, or -1.
    var exact: Int32 = -1
    var startsPair = false
    /// Where its hits begin, and how many they are.
    var hitStart: UInt32 = 0
    var hitCount: UInt32 = 0
  }

  /// Compares some passages of those that a table lists.
  init(
    _ query: AnalyzedQuery, with compared: [PassageWords], lexicon: Lexicon,
    table: PassageTable, _ bm25: BM25
  ) {
    self.bm25 = bm25
    self.compared = compared
    count = table.count(norwegian: query.detectedLanguage?.isNorwegian)
    self.lexicon = lexicon
    averageWords = table.averageLength
    traitIndex = [UInt32](repeating: 0, count: lexicon.words.count)
    for passage in compared {
      for code in passage.codes { traitIndex[Int(code >> 1)] = 1 }
    }
    (exactIndex, exactWeights) = Self.words(of: query, lexicon, count, bm25)
    pairs = PairMatcher(
      query, positions: exactIndex, lexicon: lexicon, count: count, averageLength: averageWords,
      bm25)
    addTrigrams(of: query)
    addTraits()
    exactCounts = [Double](repeating: 0, count: exactWeights.count)
    trigramCounts = [Double](repeating: 0, count: trigramWeights.count)
    sentence = SentenceScore(weights: trigramRarities)
  }

  /// The query's words that the collection holds, by identifier, and weight times rarity of each.
  private static func words(
    of query: AnalyzedQuery, _ lexicon: Lexicon, _ count: Int, _ bm25: BM25
  ) -> (index: [UInt32: Int], weights: [Double]) {
    var index: [UInt32: Int] = [:]
    var weights: [Double] = []
    for term in query.terms {
      guard let id = lexicon.identifier(of: term.form) else { continue }
      let idf = bm25.idf(
        documentFrequency: min(Int(lexicon.passageCounts[id.index]), count), of: count)
      index[id.rawValue] = weights.count
      weights.append(term.weight * idf)
    }
    return (index, weights)
  }

  private mutating func addTrigrams(of query: AnalyzedQuery) {
    guard !lexicon.trigramPassageCounts.isEmpty else { return }
    var seen: Set<Trigram> = []
    for term in query.contentTerms where !term.isUnit {
      let wordRarity = rarity(lexicon.passageCount(of: term.form))
      var found: [(trigram: Trigram, rarity: Double)] = []
      Trigram.forEach(in: term.form.utf8) { trigram in
        let frequency = Int(lexicon.trigramPassageCounts[Int(trigram.code)])
        if frequency > 0 { found.append((trigram, rarity(frequency))) }
      }
      let total = found.reduce(0) { $0 + $1.rarity }
      for (trigram, rarity) in found
      where trigrams.count < Int(UInt16.max) && seen.insert(trigram).inserted {
        let share = wordRarity * rarity / total
        trigrams.append(trigram)
        trigramRarities.append(term.weight * rarity)
        trigramWeights.append(term.weight * (share + Self.ownRarity * rarity))
      }
    }
  }

  private func rarity(_ frequency: Int) -> Double {
    bm25.idf(documentFrequency: min(frequency, count), of: count)
  }

  /// Lists what each word of the compared passages has of the query.
  private mutating func addTraits() {
    for (id, position) in exactIndex where isCompared(id) {
      traits[trait(of: id)].exact = Int32(position)
    }
    for word in pairs.firstWords where isCompared(word) {
      traits[trait(of: word)].startsPair = true
    }
    for trigram in trigrams {
      for word in lexicon.wordTrigrams.words(with: trigram) where isCompared(word) {
        traits[trait(of: word)].hitCount += 1
      }
    }
    var end: UInt32 = 0
    for trait in traits.indices {
      traits[trait].hitStart = end
      end += traits[trait].hitCount
      traits[trait].hitCount = 0
    }
    hits = [UInt16](repeating: 0, count: Int(end))
    for (position, trigram) in trigrams.enumerated() {
      for word in lexicon.wordTrigrams.words(with: trigram) where isCompared(word) {
        let trait = Int(traitIndex[Int(word)]) - 1
        hits[Int(traits[trait].hitStart + traits[trait].hitCount)] = UInt16(position)
        traits[trait].hitCount += 1
      }
    }
  }

  private func isCompared(_ word: UInt32) -> Bool { traitIndex[Int(word)] > 0 }

  /// The position of a word's traits, which are made if it has none yet.
  private mutating func trait(of word: UInt32) -> Int {
    let known = traitIndex[Int(word)]
    if known > 1 { return Int(known) - 1 }
    traits.append(WordTraits())
    traitIndex[Int(word)] = UInt32(traits.count)
    return traits.count - 1
  }

  /// The scores of the passages, in their order.
  mutating func scores() -> [Scores] {
    var scores = compared.map { match($0) }
    for (position, score) in pairs.scores().enumerated() { scores[position].bigram = score }
    return scores
  }

  /// All but the score for pairs.
  private mutating func match(_ passage: PassageWords) -> Scores {
    clearCounts()
    var pairStart: UInt32?
    for code in passage.codes {
      let id = code >> 1
      if code & 1 == 1 { sentence.close(bm25) }
      sentence.length += Int(lexicon.wordTrigrams.counts[Int(id)])
      let trait = traitIndex[Int(id)]
      guard trait > 1 else {
        pairStart = nil
        continue
      }
      let word = traits[Int(trait) - 1]
      if word.exact >= 0 { exactCounts[Int(word.exact)] += 1 }
      if let first = pairStart { pairs.add(first, id) }
      pairStart = word.startsPair ? id : nil
      for position in word.hitStart..<word.hitStart + word.hitCount {
        let hit = Int(hits[Int(position)])
        trigramCounts[hit] += 1
        sentence.add(hit)
      }
    }
    sentence.close(bm25)
    let length = Double(passage.codes.count)
    var scores = Scores()
    pairs.close(length: length, wordCounts: exactCounts)
    scores.exactWord = sum(exactWeights, exactCounts, by: bm25, length: length)
    scores.trigram = sum(trigramWeights, trigramCounts, by: Self.trigramBM25, length: length)
    scores.sentence = sentence.best
    return scores
  }

  private mutating func clearCounts() {
    for position in exactCounts.indices { exactCounts[position] = 0 }
    for position in trigramCounts.indices { trigramCounts[position] = 0 }
    sentence.clear()
  }

  private func sum(
    _ weights: [Double], _ frequencies: [Double], by bm25: BM25, length: Double
  ) -> Double {
    var score = 0.0
    for (weight, frequency) in zip(weights, frequencies) where frequency > 0 {
      score +=
        weight
        * bm25.saturation(
          frequency: frequency, length: length, averageLength: max(averageWords, 1))
    }
    return score
  }
}

/// The best BM25 of one sentence for the query's trigrams.
private struct SentenceScore {
  /// In trigrams; close to the mean in Norwegian acts and articles.
  private static let usualLength = 90.0

  private let weights: [Double]
  private var frequencies: [Double]
  private var touched: [Int] = []
  /// In trigrams, those not asked for included.
  var length = 0
  private(set) var best = 0.0

  init(weights: [Double]) {
    self.weights = weights
    frequencies = [Double](repeating: 0, count: weights.count)
  }

  mutating func add(_ hit: Int) {
    if frequencies[hit] == 0 { touched.append(hit) }
    frequencies[hit] += 1
  }

  /// Makes ready for another passage.
  mutating func clear() {
    best = 0
    length = 0
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
