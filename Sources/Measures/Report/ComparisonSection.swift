/// The part of a report that sets two runs side by side.
struct ComparisonSection {
  let comparison: Comparison
  let answers: [JudgedAnswer]
  let others: [JudgedAnswer]
  let detail: ReportDetail

  /// How many won and how many lost questions are shown.
  private static let listed = 25
  private static let sure: Markup = " class=\"sure\""
  private static let measure = NDCG(at: JudgedRanking.depth).name

  var markup: Markup {
    guard !comparison.isEven else {
      return """
        <section id="comparison"><h2>Comparison</h2><p>No difference in any question.</p></section>
        """
    }
    return """
      <section id="comparison"><h2>Comparison</h2>
      <p>Differences of this run to the one before, with 95 % bootstrap intervals over questions and \
      p-values of a paired randomisation test, adjusted by Holm's method for all tests of the table. \
      Bold: below 0.05. Rows in which nothing differs are left out.</p>
      \(Slice.Dimension.allCases.map(table))
      <h3>Questions won, by \(Self.measure)</h3>
      \(list(of: gains.reversed()))
      <h3>Questions lost, by \(Self.measure)</h3>
      \(list(of: losses))
      </section>
      """
  }

  private func table(by dimension: Slice.Dimension) -> Markup {
    let rows = comparison.rows.filter {
      $0.dimension == dimension && ($0.difference != 0 || $0.low != $0.high)
    }
    guard !rows.isEmpty else { return "" }
    let body: [Markup] = rows.map { row in
      """
      <tr\(row.adjustedPValue < 0.05 ? Self.sure : "")><th scope="row">\(row.slice)</th>\
      <td>\(row.measure)</td><td>\(row.count)</td><td>\(row.before.fixed(3))</td>\
      <td>\(row.after.fixed(3))</td><td>\(row.difference.signed(3))</td>\
      <td>\(row.low.signed(3)) … \(row.high.signed(3))</td>\
      <td>\(row.pValue.fixed(4))</td><td>\(row.adjustedPValue.fixed(4))</td></tr>
      """
    }
    return """
      <details class="table"\(dimension == .all ? Markup(" open") : "")><summary>By \(dimension.rawValue)</summary>
      <div class="scroll"><table><thead><tr><th scope="col">\(dimension.rawValue)</th>\
      <th scope="col">measure</th><th scope="col">n</th><th scope="col">before</th>\
      <th scope="col">now</th><th scope="col">difference</th><th scope="col">interval</th>\
      <th scope="col">p</th><th scope="col">adjusted</th></tr></thead>
      <tbody>
      \(body)
      </tbody></table></div></details>
      """
  }

  private var gains: [QuestionChange] { changes.filter { Self.difference($0) > 0 } }
  private var losses: [QuestionChange] { changes.filter { Self.difference($0) < 0 } }

  /// The greatest loss first.
  private var changes: [QuestionChange] {
    comparison.changes.sorted { (Self.difference($0), $0.id) < (Self.difference($1), $1.id) }
  }

  private static func difference(_ change: QuestionChange) -> Double {
    change.differences[measure] ?? 0
  }

  private func list(of changes: some Collection<QuestionChange>) -> Markup {
    guard !changes.isEmpty else { return "<p>None.</p>" }
    let now = Dictionary(answers.map { ($0.question.id, $0) }, uniquingKeysWith: { old, _ in old })
    let before = Dictionary(
      others.map { ($0.question.id, $0) }, uniquingKeysWith: { old, _ in old })
    let items: [Markup] = changes.prefix(Self.listed).compactMap { change in
      guard let new = now[change.id], let old = before[change.id] else { return nil }
      return pair(old, new, difference: Self.difference(change))
    }
    let rest = changes.count - items.count
    return "\(items)\(rest > 0 ? "<p>And \(rest) more.</p>" : "" as Markup)"
  }

  /// The first passages of both runs with their explanations, next to each other.
  private func pair(_ old: JudgedAnswer, _ new: JudgedAnswer, difference: Double) -> Markup {
    """
    <article class="pair"><h4><a href="#\(QuestionPage.anchor(of: new.question.id))">\
    \(detail.clip(new.question.id))</a> \(detail.clip(new.question.text)) \
    <small>\(difference.signed(3))</small></h4>
    <div>\(side("Before", old))\(side("Now", new))</div></article>
    """
  }

  private func side(_ name: String, _ answer: JudgedAnswer) -> Markup {
    let found: Markup = answer.rank.map { "full answer at rank \($0)" } ?? "no full answer found"
    guard let first = answer.entry.passages.first else {
      return "<section><h5>\(name): nothing returned</h5></section>"
    }
    return """
      <section><h5>\(name): \(found)</h5>
      <p>\(QuestionPage.place(of: first, detail)) \
      \(detail.clip(first.quote?.text ?? first.text))</p>
      \(QuestionPage.explanation(of: first, detail))</section>
      """
  }
}
