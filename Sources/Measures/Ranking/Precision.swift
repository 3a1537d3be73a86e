/// The share of the first `cutoff` that is relevant; a shorter ranking counts as filled up with
/// what isn't (C. J. van Rijsbergen, *Information Retrieval*, 2nd ed., 1979; `P_k` in trec_eval).
package struct Precision: RankingMeasure {
  package let cutoff: Int
  /// The least grade that counts.
  package let relevance: Int

  package init(at cutoff: Int, relevance: Int = 1) {
    self.cutoff = cutoff
    self.relevance = relevance
  }

  package var name: String { "P@\(cutoff)" }

  package func value(of ranking: JudgedRanking) -> Double {
    Double(ranking.grades.prefix(cutoff).relevantCount(from: relevance)) / Double(cutoff)
  }
}
