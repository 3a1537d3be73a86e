/// How seldom something judged not relevant stands above something relevant; what isn't judged
/// doesn't count (C. Buckley and E. M. Voorhees, *Retrieval evaluation with incomplete information*,
/// 2004; `bpref` in trec_eval).
package struct Bpref: RankingMeasure {
  /// The least grade that counts.
  package let relevance: Int

  package init(relevance: Int = 1) { self.relevance = relevance }

  package let name = "bpref"

  package func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevantCount(from: relevance)
    guard relevant > 0 else { return 0 }
    let nonRelevant = ranking.nonRelevantCount + ranking.idealGrades.count - relevant
    let bound = min(relevant, nonRelevant)
    var above = 0
    var sum = 0.0
    for case let grade? in ranking.grades {
      if grade >= relevance {
        sum += above == 0 ? 1 : 1 - Double(min(above, bound)) / Double(bound)
      } else {
        above += 1
      }
    }
    return sum / Double(relevant)
  }
}
