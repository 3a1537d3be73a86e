import Measures

/// The JSON form of an evaluation. Names are stable; additions are allowed.
struct EvaluationWire: Encodable {
  let slices: [EvaluationSummary.Row]
  let refusals: EvaluationSummary.Refusals
  let comparison: [Comparison.Row]?
  let changes: [Change]?

  struct Change: Encodable {
    let id: String
    let differences: [String: Double]
  }

  init(_ summary: EvaluationSummary, _ comparison: Comparison?) {
    slices = summary.slices
    refusals = summary.refusals
    self.comparison = comparison?.rows
    changes = comparison?.changes.map { Change(id: $0.id, differences: $0.differences) }
  }
}
