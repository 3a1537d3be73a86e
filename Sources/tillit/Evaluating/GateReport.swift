import Measures
import Rendering

/// What a gate found, for people.
struct GateReport {
  let verdict: RegressionGate.Verdict
  /// What the figures are held against.
  let standard: String

  var text: String {
    guard !verdict.passes else { return passed }
    let falls = verdict.falls.map { fall in
      let row = fall.row
      let slice = row.dimension == .all ? "" : " for \(row.dimension.rawValue) \(row.slice.oneLine)"
      return """
        \(row.measure)\(slice) fell from \(row.before.fixed(3)) to \(row.after.fixed(3)) \
        (adjusted p = \(row.adjustedPValue.fixed(4)))
        \(ComparisonTable.list("  lost", fall.questions))
        """
    }
    return falls.joined()
  }

  private var passed: String {
    let comparison = verdict.comparison
    let notes =
      ComparisonTable.list("not in \(standard)", comparison.added)
      + ComparisonTable.list("in \(standard), not asked", comparison.removed)
    guard !comparison.isEven else { return "No difference from \(standard).\n" + notes }
    return "No measure fell significantly; \(comparison.changes.count) questions differ.\n" + notes
  }
}
