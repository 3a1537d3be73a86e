/// Finds a query's neighbouring words in passages, and tells how much more they say together than
/// each by itself.
///
/// No index counts pairs, so that the passages that are compared tell how common one is: the share of
/// them with its rarer word that hold the pair is taken for the whole collection's.
struct PairMatcher {
  private struct Pair {
    let first: UInt32
    let second: UInt32
    /// The rarer word's position among the query's words, and how many passages hold it.
    let rarer: Int
    let rarerCount: Double
    /// The mean rarity of the two words.
    let rarity: Double
  }

  private let bm25: BM25
  private let count: Int
  private let averageLength: Double
  private var pairs: [Pair] = []
  /// How often the passage at hand holds each pair.
  private var counts: [Double] = []
  /// Those counts of the passages before it, one passage after another.
  private var tally: [Double] = []
  private var lengths: [Double] = []
  /// By pair: how many passages hold it, and how many its rarer word.
  private var holding: [Double] = []
  private var holdingRarer: [Double] = []

  /// `positions` are those of the query's words by identifier, among the passages' `count`.
  init(
    _ query: AnalyzedQuery, positions: [UInt32: Int], lexicon: Lexicon, count: Int,
    averageLength: Double, _ bm25: BM25
  ) {
    self.bm25 = bm25
    self.count = count
    self.averageLength = max(averageLength, 1)
    for neighbours in query.neighbours {
      guard let first = lexicon.identifier(of: neighbours.first.form),
        let second = lexicon.identifier(of: neighbours.second.form),
        !pairs.contains(where: { $0.first == first.rawValue && $0.second == second.rawValue })
      else { continue }
      let frequencies = [first, second].map { min(Int(lexicon.passageCounts[$0.index]), count) }
      let rarer = frequencies[0] <= frequencies[1] ? first : second
      guard let position = positions[rarer.rawValue] else { continue }
      let rarities = frequencies.map { bm25.idf(documentFrequency: $0, of: count) }
      pairs.append(
        Pair(
          first: first.rawValue, second: second.rawValue, rarer: position,
          rarerCount: Double(frequencies.min() ?? 0), rarity: (rarities[0] + rarities[1]) / 2))
    }
    counts = [Double](repeating: 0, count: pairs.count)
    holding = counts
    holdingRarer = counts
  }

  /// The words with which a pair begins.
  var firstWords: [UInt32] { pairs.map(\.first) }

  /// Counts two neighbouring words of the passage at hand.
  mutating func add(_ first: UInt32, _ second: UInt32) {
    if let pair = pairs.firstIndex(where: { $0.first == first && $0.second == second }) {
      counts[pair] += 1
    }
  }

  /// Ends a passage of so many words, which holds the query's words so often.
  mutating func close(length: Double, wordCounts: [Double]) {
    for position in pairs.indices {
      if counts[position] > 0 { holding[position] += 1 }
      if wordCounts[pairs[position].rarer] > 0 { holdingRarer[position] += 1 }
      tally.append(counts[position])
      counts[position] = 0
    }
    lengths.append(length)
  }

  /// The score of each passage, in the order in which they were ended.
  func scores() -> [Double] {
    let weights = pairs.indices.map(weight(of:))
    return lengths.enumerated().map { passage, length in
      var score = 0.0
      for position in pairs.indices {
        let frequency = tally[passage * pairs.count + position]
        guard frequency > 0 else { continue }
        score +=
          weights[position]
          * bm25.saturation(frequency: frequency, length: length, averageLength: averageLength)
      }
      return score
    }
  }

  /// How much rarer a pair is than its words.
  private func weight(of position: Int) -> Double {
    guard holding[position] > 0 else { return 0 }
    let pair = pairs[position]
    let share = holding[position] / max(holdingRarer[position], 1)
    let frequency = max(Int((share * pair.rarerCount).rounded()), 1)
    return max(bm25.idf(documentFrequency: min(frequency, count), of: count) - pair.rarity, 0)
  }
}
