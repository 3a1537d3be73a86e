/// The tables of a report.
struct ReportTables {
  let summary: EvaluationSummary
  let measures: [String]

  /// A row for each slice of a dimension.
  func slices(by dimension: Slice.Dimension) -> Markup {
    let rows = summary.slices(by: dimension)
    let columns = measures.contains("sentence@1") ? MeasureSet.sliced : measures
    let shown = columns.filter { name in rows.contains { $0.means[name] != nil } }
    let body: [Markup] = rows.map { row in
      let cells: [Markup] = shown.map { name in
        "<td>\(row.means[name].map { $0.fixed(3) } ?? "–")</td>"
      }
      return """
        <tr><th scope="row">\(row.name)</th><td>\(row.count)</td><td>\(row.unanswerable)</td>\(cells)</tr>
        """
    }
    let head: [Markup] = shown.map { "<th scope=\"col\">\($0)</th>" }
    return """
      <div class="scroll"><table><caption>By \(dimension.rawValue)</caption>
      <thead><tr><th scope="col">\(dimension.rawValue)</th><th scope="col">n</th>\
      <th scope="col">unanswerable</th>\(head)</tr></thead>
      <tbody>
      \(body)
      </tbody></table></div>
      """
  }

  /// Every measure over all questions; `other` is the run it is compared with.
  func overall(other: EvaluationSummary?) -> Markup {
    let body: [Markup] = measures.compactMap { name in
      guard let value = summary.overall[name] else { return nil }
      guard let other else {
        return "<tr><th scope=\"row\">\(name)</th><td>\(value.fixed(4))</td></tr>"
      }
      let before = other.overall[name]
      return """
        <tr><th scope="row">\(name)</th><td>\(before.map { $0.fixed(4) } ?? "–")</td>\
        <td>\(value.fixed(4))</td><td>\(before.map { (value - $0).signed(4) } ?? "–")</td></tr>
        """
    }
    let head: Markup =
      other == nil
      ? "<th scope=\"col\">value</th>"
      : """
      <th scope="col">before</th><th scope="col">now</th><th scope="col">difference</th>
      """
    return """
      <div class="scroll"><table><caption>All questions</caption>
      <thead><tr><th scope="col">measure</th>\(head)</tr></thead>
      <tbody>
      \(body)
      </tbody></table></div>
      """
  }
}
