import Measures
import Rendering

/// An evaluation as aligned tables.
struct EvaluationTable {
  let summary: EvaluationSummary
  let measures: MeasureSet
  let dimensions: [Slice.Dimension]
  let style: TerminalStyle

  var text: String {
    [slices, others, refusals].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var slices: String {
    let names = headline
    let rows = ([.all] + dimensions).flatMap { summary.slices(by: $0) }.map { row in
      [row.name.oneLine, "\(row.count)"]
        + names.map { name in row.means[name].map { $0.fixed(3) } ?? "–" }
    }
    return TextTable(header: ["slice", "n"] + names, rows: rows).text(style: style)
  }

  /// Measures that a narrow table has no room for, over all questions.
  private var others: String {
    let rows = measures.measures.map(\.name).filter { !headline.contains($0) }.compactMap { name in
      summary.overall[name].map { [name, $0.fixed(3)] }
    }
    return rows.isEmpty
      ? "" : TextTable(header: ["all questions", "value"], rows: rows).text(style: style)
  }

  private var headline: [String] {
    let names = measures.measures.map(\.name)
    let kept = MeasureSet.headline.filter(names.contains)
    return kept.count == MeasureSet.headline.count ? kept : Array(names.prefix(6))
  }

  private var refusals: String {
    let refusals = summary.refusals
    guard measures.measures.contains(where: { $0 is RefusalRecall }) else { return "" }
    return """
      refused \(refusals.refusedOfUnanswerable) of \(refusals.unanswerable) unanswerable, \
      answered \(refusals.answeredOfAnswerable) of \(refusals.answerable) answerable

      """
  }
}
