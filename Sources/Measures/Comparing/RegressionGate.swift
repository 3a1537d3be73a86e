/// Stops a change that makes answers significantly worse.
package struct RegressionGate: Sendable {
  /// What a gate found.
  package struct Verdict: Sendable, Equatable {
    /// A measure that fell.
    package struct Fall: Sendable, Equatable {
      package let row: Comparison.Row
      /// The questions that lost by it, the most first.
      package let questions: [String]
    }

    /// By measure and slice; empty when the gate opens.
    package let falls: [Fall]
    package let comparison: Comparison

    package var passes: Bool { falls.isEmpty }
  }

  package var settings: Comparison.Settings

  /// Overall, by kind and by language; documents have too few questions each to tell.
  package init() {
    settings = Comparison.Settings()
    settings.dimensions = [.all, .kind, .language]
    settings.alternative = .lower
  }

  /// Compares the gated measures, on the questions that both tables hold.
  package func verdict(on current: ScoreTable, against baseline: Baseline) -> Verdict {
    let comparison = Comparison(
      baseline.table, current.keeping(MeasureSet.gated), settings: settings)
    let rows = Dictionary(
      current.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let falls = comparison.rows
      .filter { $0.difference < 0 && $0.adjustedPValue < settings.level }
      .map { row in
        let losses = comparison.changes.compactMap { change -> (id: String, loss: Double)? in
          guard rows[change.id]?.name(by: row.dimension) == row.slice else { return nil }
          return change.differences[row.measure].map { (change.id, -$0) }
        }
        let losers = losses.filter { $0.loss > 0 }
          .sorted { ($1.loss, $0.id) < ($0.loss, $1.id) }
        return Verdict.Fall(row: row, questions: losers.map(\.id))
      }
    return Verdict(falls: falls, comparison: comparison)
  }
}
