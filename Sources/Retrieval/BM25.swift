import Foundation

/// Okapi BM25 (Robertson & Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond*,
/// 2009).
package struct BM25: Sendable, Equatable {
  /// How rarity counts.
  package enum Rarity: Sendable, Equatable {
    /// ln(1 + (N − n + ½) / (n + ½)), never negative (Lucene).
    case lucene
    /// ln((N − n + ½) / (n + ½)), at least 10⁻⁶ (SQLite FTS5's `bm25()`).
    case fts5
  }

  /// How soon repetition stops counting.
  package var k1: Double
  /// How much a passage's length counts, 0–1.
  package var b: Double
  package var rarity: Rarity

  /// 0.6 and 0.5 gave +0.010 MRR over 1.2 and 0.75 on NorQuAD and cost nothing on SQuAD.
  package init(k1: Double = 0.6, b: Double = 0.5, rarity: Rarity = .lucene) {
    self.k1 = k1
    self.b = b
    self.rarity = rarity
  }

  /// What SQLite's `bm25()` computes.
  package static let fts5 = BM25(k1: 1.2, b: 0.75, rarity: .fts5)

  /// The inverse document frequency of a term in `documentFrequency` of `count` passages.
  package func idf(documentFrequency: Int, of count: Int) -> Double {
    let odds = (Double(count - documentFrequency) + 0.5) / (Double(documentFrequency) + 0.5)
    return switch rarity {
    case .lucene: log(1 + odds)
    case .fts5: max(log(odds), 1e-6)
    }
  }

  /// The part of a term's score that its frequency decides, between 0 and k1 + 1.
  package func saturation(frequency: Double, length: Double, averageLength: Double) -> Double {
    let norm = k1 * (1 - b + b * length / averageLength)
    return frequency * (k1 + 1) / (frequency + norm)
  }
}
