/// One over the rank of the first relevant passage, if among the first `cutoff`; else 0
/// (E. M. Voorhees, *The TREC-8 Question Answering Track Report*, 1999). Its mean is MRR.
package struct ReciprocalRank: RankingMeasure {
  /// Nil looks at the whole ranking.
  package let cutoff: Int?
  /// The least grade that counts.
  package let relevance: Int

  package init(at cutoff: Int? = nil, relevance: Int = 1) {
    self.cutoff = cutoff
    self.relevance = relevance
  }

  package var name: String { cutoff.map { "MRR@\($0)" } ?? "MRR" }

  package func value(of ranking: JudgedRanking) -> Double {
    ranking.grades.prefix(cutoff ?? .max).firstIndex { ($0 ?? 0) >= relevance }
      .map { 1 / Double($0 + 1) } ?? 0
  }
}
