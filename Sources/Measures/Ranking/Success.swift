/// Whether something relevant stands among the first `cutoff`: 1 or 0
/// (I. Soboroff, *Overview of the TREC 2004 Terabyte track*, 2004; `success_k` in trec_eval).
package struct Success: RankingMeasure {
  package let cutoff: Int
  /// The least grade that counts.
  package let relevance: Int

  package init(at cutoff: Int, relevance: Int = 1) {
    self.cutoff = cutoff
    self.relevance = relevance
  }

  package var name: String { "success@\(cutoff)" }

  package func value(of ranking: JudgedRanking) -> Double {
    ranking.grades.prefix(cutoff).relevantCount(from: relevance) > 0 ? 1 : 0
  }
}
