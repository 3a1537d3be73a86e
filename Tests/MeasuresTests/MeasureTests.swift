import Foundation
import Measures
import Testing

@Suite struct MeasureTests {
  private func value(
    _ measure: any RankingMeasure, _ grades: [Int?], ideal: [Int], nonRelevant: Int = 0
  ) -> Double {
    measure.value(
      of: JudgedRanking(grades: grades, idealGrades: ideal, nonRelevantCount: nonRelevant))
  }

  @Test(
    "success: whether a full answer stands among the first k",
    arguments: [
      ([2], 1, 1.0), ([1, 2], 1, 0), ([1, 2], 2, 1), ([0, 0, nil, 2], 3, 0), ([1, 1], 10, 0),
      ([], 5, 0),
    ] as [([Int?], Int, Double)])
  func success(grades: [Int?], cutoff: Int, expected: Double) {
    #expect(value(Success(at: cutoff, relevance: 2), grades, ideal: [2]) == expected)
  }

  @Test(
    "reciprocal rank of the first full answer",
    arguments: [([2, 2], 1.0), ([1, 2], 0.5), ([0, nil, 0, 2], 0.25), ([1], 0), ([], 0)]
      as [([Int?], Double)])
  func reciprocalRank(grades: [Int?], expected: Double) {
    #expect(value(ReciprocalRank(at: 10, relevance: 2), grades, ideal: [2]) == expected)
  }

  @Test(
    "what stands beyond the cutoff counts nothing",
    arguments: [
      ReciprocalRank(at: 10), NDCG(at: 10), AveragePrecision(at: 10), Precision(at: 10),
      Recall(at: 10), Success(at: 10), JudgedShare(at: 10),
    ] as [any RankingMeasure])
  func cutoff(measure: any RankingMeasure) {
    #expect(value(measure, Array(repeating: nil, count: 10) + [2], ideal: [2]) == 0)
    #expect(value(measure, Array(repeating: nil, count: 9) + [2], ideal: [2]) > 0)
  }

  @Test(
    "nDCG with gains 2^grade − 1 and discounts log2(rank + 1)",
    arguments: [
      ([2, 1], [1, 2], 1.0),
      // (1/1 + 3/log2 3) / (3/1 + 1/log2 3)
      ([1, 2], [2, 1], (1 + 3 / log2(3.0)) / (3 + 1 / log2(3.0))),
      // (3/log2 4) / 3
      ([0, nil, 2], [2], 0.5),
      // 3 / (3 + 3/log2 3 + 1/log2 4)
      ([2], [2, 2, 1], 3 / (3 + 3 / log2(3.0) + 0.5)),
      ([0, 0], [2], 0), ([], [2], 0), ([], [], 0),
    ] as [([Int?], [Int], Double)])
  func nDCG(grades: [Int?], ideal: [Int], expected: Double) {
    #expect(abs(value(NDCG(at: 10), grades, ideal: ideal) - expected) < 1e-12)
  }

  @Test("bpref: a judged non-relevant passage above a relevant one costs, an unjudged one doesn't")
  func bpref() {
    #expect(value(Bpref(), [nil, 1], ideal: [1], nonRelevant: 1) == 1)
    #expect(value(Bpref(), [0, 1], ideal: [1], nonRelevant: 1) == 0)
    #expect(value(Bpref(), [0, 1, 1], ideal: [1, 1], nonRelevant: 2) == 0.5)
  }

  @Test("every measure has a name of its own")
  func names() {
    for set in [MeasureSet.answers, .trec] {
      let names = set.measures.map(\.name)
      #expect(Set(names).count == names.count)
    }
    let names = MeasureSet.answers.measures.map(\.name)
    #expect(MeasureSet.headline.allSatisfy(names.contains))
    let testable = MeasureSet.answers.perAnswer.map(\.name)
    #expect(MeasureSet.gated.allSatisfy(testable.contains))
  }
}
