/// The mean, over everything relevant, of the precision where it was found; 0 for what wasn't
/// (C. Buckley and E. M. Voorhees, *Evaluating evaluation measure stability*, 2000; `map` in
/// trec_eval). Its mean is MAP.
package struct AveragePrecision: RankingMeasure {
  /// Nil looks at the whole ranking.
  package let cutoff: Int?
  /// The least grade that counts.
  package let relevance: Int

  package init(at cutoff: Int? = nil, relevance: Int = 1) {
    self.cutoff = cutoff
    self.relevance = relevance
  }

  package var name: String { cutoff.map { "MAP@\($0)" } ?? "MAP" }

  package func value(of ranking: JudgedRanking) -> Double {
    var found = 0
    var sum = 0.0
    for (index, grade) in ranking.grades.prefix(cutoff ?? .max).enumerated()
    where (grade ?? 0) >= relevance {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    let relevant = ranking.relevantCount(from: relevance)
    return relevant > 0 ? sum / Double(relevant) : 0
  }
}
