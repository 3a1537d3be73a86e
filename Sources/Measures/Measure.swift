import Foundation

/// A measure of one ranking, between 0 and 1.
package struct Measure: Sendable {
  package let name: String
  package let value: @Sendable (JudgedRanking) -> Double
}

extension Measure {
  /// Whether a passage that answers fully stands among the first `k`.
  package static func success(at k: Int) -> Measure {
    Measure(name: "success@\(k)") { ranking in
      ranking.grades.prefix(k).contains { $0 >= 2 } ? 1 : 0
    }
  }

  /// One over the rank of the first passage that answers fully, if among the first `k`
  /// (E. M. Voorhees, *The TREC-8 Question Answering Track Report*, 1999).
  package static func reciprocalRank(at k: Int) -> Measure {
    Measure(name: "MRR@\(k)") { ranking in
      ranking.grades.prefix(k).firstIndex { $0 >= 2 }.map { 1 / Double($0 + 1) } ?? 0
    }
  }

  /// Normalised discounted cumulative gain with gains 2^grade − 1
  /// (C. Burges et al., *Learning to Rank using Gradient Descent*, 2005).
  package static func nDCG(at k: Int) -> Measure {
    Measure(name: "nDCG@\(k)") { ranking in
      let ideal = discountedGain(ranking.idealGrades.prefix(k))
      return ideal > 0 ? discountedGain(ranking.grades.prefix(k)) / ideal : 0
    }
  }

  private static func discountedGain(_ grades: some Sequence<Int>) -> Double {
    grades.enumerated().reduce(0) { sum, item in
      sum + (exp2(Double(item.element)) - 1) / log2(Double(item.offset + 2))
    }
  }

  /// What `tillit evaluate` reports.
  package static let reported: [Measure] = [
    .success(at: 1), .success(at: 3), .success(at: 5), .success(at: 10),
    .reciprocalRank(at: 10), .nDCG(at: 10),
  ]
}
