import Foundation

/// Normalised discounted cumulative gain: how much is gained by reading from the top, against the
/// best possible ranking of what was judged
/// (K. Järvelin and J. Kekäläinen, *Cumulated gain-based evaluation of IR techniques*, 2002).
package struct NDCG: RankingMeasure {
  /// What a grade is worth.
  package enum Gain: Sendable {
    /// The grade itself, as in trec_eval.
    case linear
    /// 2^grade − 1 (C. Burges et al., *Learning to Rank using Gradient Descent*, 2005).
    case exponential
  }

  /// Nil looks at the whole ranking.
  package let cutoff: Int?
  package let gain: Gain

  package init(at cutoff: Int? = nil, gain: Gain = .exponential) {
    self.cutoff = cutoff
    self.gain = gain
  }

  package var name: String { cutoff.map { "nDCG@\($0)" } ?? "nDCG" }

  package func value(of ranking: JudgedRanking) -> Double {
    let ideal = discountedGain(of: ranking.idealGrades.prefix(cutoff ?? .max))
    guard ideal > 0 else { return 0 }
    return discountedGain(of: ranking.grades.prefix(cutoff ?? .max).map { $0 ?? 0 }) / ideal
  }

  private func discountedGain(of grades: some Sequence<Int>) -> Double {
    grades.enumerated().reduce(0) { sum, item in
      sum + worth(of: max(0, item.element)) / log2(Double(item.offset + 2))
    }
  }

  private func worth(of grade: Int) -> Double {
    switch gain {
    case .linear: Double(grade)
    case .exponential: exp2(Double(grade)) - 1
    }
  }
}
