import Foundation
import Retrieval
import Testing

@Suite struct BM25Tests {
  @Test(
    "rarity as Lucene has it", arguments: [(1, 10, 1.99243), (5, 10, 0.69315), (10, 10, 0.04652)])
  func luceneRarity(frequency: Int, count: Int, expected: Double) {
    #expect(abs(BM25().idf(documentFrequency: frequency, of: count) - expected) < 1e-5)
  }

  @Test("rarity as FTS5 has it", arguments: [(1, 10, 1.84583), (5, 10, 1e-6), (10, 10, 1e-6)])
  func rarityOfFTS5(frequency: Int, count: Int, expected: Double) {
    #expect(abs(BM25.fts5.idf(documentFrequency: frequency, of: count) - expected) < 1e-5)
  }

  @Test(
    "repetition saturates, and longer passages count less",
    arguments: [
      // frequency · (k1 + 1) / (frequency + k1 · (1 − b + b · length / average)), k1 0.6, b 0.5
      (1.0, 100.0, 1.0), (2.0, 100.0, 3.2 / 2.6), (1.0, 300.0, 1.6 / 2.2), (0.0, 100.0, 0.0),
    ])
  func saturation(frequency: Double, length: Double, expected: Double) {
    let value = BM25().saturation(frequency: frequency, length: length, averageLength: 100)
    #expect(abs(value - expected) < 1e-12)
  }

  @Test("no frequency reaches k1 + 1")
  func ceiling() {
    let value = BM25().saturation(frequency: 1e9, length: 100, averageLength: 100)
    #expect(value < 1.6 && value > 1.599)
  }
}
