/// The share of the first `cutoff` that a person has judged, relevant or not: how far the other
/// measures can be trusted (`Judged@k` in ir_measures; S. MacAvaney et al., *Streamlining
/// Evaluation with ir-measures*, 2022). Of a shorter ranking, the share of what there is.
package struct JudgedShare: RankingMeasure {
  package let cutoff: Int

  package init(at cutoff: Int) { self.cutoff = cutoff }

  package var name: String { "judged@\(cutoff)" }

  package func value(of ranking: JudgedRanking) -> Double {
    let first = ranking.grades.prefix(cutoff)
    return first.isEmpty ? 0 : Double(first.count { $0 != nil }) / Double(first.count)
  }
}
