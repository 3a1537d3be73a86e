import Foundation
import Measures
import Testing

@Suite struct MeasureTests {
  private func value(_ measure: Measure, _ grades: [Int], ideal: [Int]) -> Double {
    measure.value(JudgedRanking(grades: grades, idealGrades: ideal))
  }

  @Test(
    "success: whether a full answer stands among the first k",
    arguments: [
      ([2], 1, 1.0), ([1, 2], 1, 0), ([1, 2], 2, 1), ([0, 0, 0, 2], 3, 0), ([1, 1], 10, 0),
      ([], 5, 0),
    ] as [([Int], Int, Double)])
  func success(grades: [Int], cutoff: Int, expected: Double) {
    #expect(value(.success(at: cutoff), grades, ideal: [2]) == expected)
  }

  @Test(
    "reciprocal rank of the first full answer",
    arguments: [([2, 2], 1.0), ([1, 2], 0.5), ([0, 0, 0, 2], 0.25), ([1], 0), ([], 0)]
      as [([Int], Double)])
  func reciprocalRank(grades: [Int], expected: Double) {
    #expect(value(.reciprocalRank(at: 10), grades, ideal: [2]) == expected)
  }

  @Test("a full answer beyond the cutoff counts nothing")
  func cutoff() {
    let grades = Array(repeating: 0, count: 10) + [2]
    #expect(value(.reciprocalRank(at: 10), grades, ideal: [2]) == 0)
    #expect(value(.nDCG(at: 10), grades, ideal: [2]) == 0)
  }

  @Test(
    "nDCG with gains 2^grade − 1 and discounts log2(rank + 1)",
    arguments: [
      ([2, 1], [1, 2], 1.0),
      // (1/1 + 3/log2 3) / (3/1 + 1/log2 3)
      ([1, 2], [2, 1], (1 + 3 / log2(3.0)) / (3 + 1 / log2(3.0))),
      // (3/log2 4) / 3
      ([0, 0, 2], [2], 0.5),
      // 3 / (3 + 3/log2 3 + 1/log2 4)
      ([2], [2, 2, 1], 3 / (3 + 3 / log2(3.0) + 0.5)),
      ([0, 0], [2], 0), ([], [2], 0), ([], [], 0),
    ] as [([Int], [Int], Double)])
  func nDCG(grades: [Int], ideal: [Int], expected: Double) {
    #expect(abs(value(.nDCG(at: 10), grades, ideal: ideal) - expected) < 1e-12)
  }

  @Test("reported measures")
  func names() {
    #expect(
      Measure.reported.map(\.name) == [
        "success@1", "success@3", "success@5", "success@10", "MRR@10", "nDCG@10",
      ])
  }
}
