import Measures
import Rendering

/// A comparison of two runs as an aligned table, and which questions won and lost.
struct ComparisonTable {
  let comparison: Comparison
  let dimensions: [Slice.Dimension]
  let style: TerminalStyle

  /// How many questions are named.
  private static let listed = 15

  var text: String {
    guard !comparison.isEven else { return "No difference in any question.\n" + notes }
    let rows = comparison.rows.filter { row in
      guard row.difference != 0 || row.low != row.high else { return false }
      return row.dimension == .all
        || dimensions.contains(row.dimension) && MeasureSet.headline.contains(row.measure)
    }
    let table = TextTable(
      header: [
        "slice", "measure", "n", "before", "now", "difference", "95 % interval", "p", "adjusted",
      ],
      rows: rows.map { row in
        [
          row.slice.oneLine, row.measure, "\(row.count)", row.before.fixed(3), row.after.fixed(3),
          row.difference.signed(3), "\(row.low.signed(3)) … \(row.high.signed(3))",
          row.pValue.fixed(4), row.adjustedPValue.fixed(4),
        ]
      })
    return table.text(style: style) + "\n" + questions + notes
  }

  /// By the sum of their differences, the greatest first.
  private var questions: String {
    let totals = comparison.changes.map { change in
      (id: change.id, total: change.differences.values.sorted().reduce(0, +))
    }
    let won = totals.filter { $0.total > 0 }.sorted { ($1.total, $0.id) < ($0.total, $1.id) }
    let lost = totals.filter { $0.total < 0 }.sorted { ($0.total, $0.id) < ($1.total, $1.id) }
    return Self.list("won", won.map(\.id)) + Self.list("lost", lost.map(\.id))
  }

  private var notes: String {
    Self.list("only in this run", comparison.added)
      + Self.list("not asked again", comparison.removed)
  }

  static func list(_ title: String, _ ids: [String]) -> String {
    guard !ids.isEmpty else { return "" }
    let rest = ids.count > listed ? " and \(ids.count - listed) more" : ""
    return "\(title) (\(ids.count)): "
      + ids.prefix(listed).joined(separator: ", ").oneLine + rest + "\n"
  }
}
