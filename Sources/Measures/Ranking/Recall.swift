/// The share of everything relevant that stands among the first `cutoff`
/// (C. J. van Rijsbergen, *Information Retrieval*, 2nd ed., 1979; `recall_k` in trec_eval).
package struct Recall: RankingMeasure {
  package let cutoff: Int
  /// The least grade that counts.
  package let relevance: Int

  package init(at cutoff: Int, relevance: Int = 1) {
    self.cutoff = cutoff
    self.relevance = relevance
  }

  package var name: String { "R@\(cutoff)" }

  package func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantCount(from: relevance)
    guard relevant > 0 else { return 0 }
    return Double(ranking.grades.prefix(cutoff).relevantCount(from: relevance)) / Double(relevant)
  }
}
