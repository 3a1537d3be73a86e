/// An evaluation as one HTML file that needs nothing else: no network, no script.
package struct EvaluationReport: Sendable {
  /// In UTF-8 bytes; questions are shown in less detail rather than exceed it.
  package static let sizeLimit = 1_900_000

  private let title: String
  private let answers: [JudgedAnswer]
  private let others: [JudgedAnswer]
  private let measures: MeasureSet
  private let comparison: Comparison?

  /// `others` is the run to compare with, and `comparison` that of both; the title names what was
  /// evaluated.
  package init(
    title: String, _ answers: [JudgedAnswer], measures: MeasureSet = .answers,
    comparedWith others: (answers: [JudgedAnswer], comparison: Comparison)? = nil
  ) {
    self.title = title
    self.answers = answers
    self.measures = measures
    self.others = others?.answers ?? []
    comparison = others?.comparison
  }

  /// The file's text.
  package var html: String {
    let head = self.head.html
    let room = Self.sizeLimit - head.utf8.count
    let fitting = ReportDetail.levels.lazy.compactMap { questions($0, within: room) }.first
    let pages = fitting ?? questions(ReportDetail.scantest, within: .max) ?? ""
    return """
      \(head)
      <section id="questions"><h2>Questions</h2>
      \(pages)
      </section>
      </main>
      </body>
      </html>

      """
  }

  /// Nil when they take more room.
  private func questions(_ detail: ReportDetail, within room: Int) -> String? {
    var html = ""
    for answer in answers {
      html += QuestionPage(answer: answer, detail: detail).markup.html + "\n"
      if html.utf8.count > room { return nil }
    }
    return html
  }

  private var head: Markup {
    let summary = EvaluationSummary(answers, measures: measures)
    let tables = ReportTables(summary: summary, measures: measures.measures.map(\.name))
    let plots = EvaluationPlots(answers: answers, others: others)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header><h1>\(title)</h1>
      <p>\(answers.count) questions, of which the texts answer \(summary.refusals.answerable).</p>
      <nav><a href="#summary">Summary</a> <a href="#plots">Plots</a> <a href="#slices">Slices</a> \
      \(comparison == nil ? "" : "<a href=\"#comparison\">Comparison</a>" as Markup) \
      <a href="#questions">Questions</a></nav></header>
      <main>
      <section id="summary"><h2>Summary</h2>
      \(tiles(summary))
      \(tables.overall(other: comparison.map { _ in EvaluationSummary(others, measures: measures) }))
      </section>
      <section id="plots"><h2>Plots</h2><div class="plots">
      \(plots.all)
      </div></section>
      <section id="slices"><h2>Slices</h2>
      \(tables.slices(by: .kind))
      \(tables.slices(by: .language))
      <details class="table"><summary>By document</summary>\(tables.slices(by: .document))</details>
      </section>
      \(comparisonSection)
      """
  }

  private var comparisonSection: Markup {
    guard let comparison else { return "" }
    return ComparisonSection(
      comparison: comparison, answers: answers, others: others,
      detail: ReportDetail(passages: 1, characters: 300)
    ).markup
  }

  private func tiles(_ summary: EvaluationSummary) -> Markup {
    let names = ["success@1", "success@10", "MRR@10", "MRR", "nDCG@10", "latency p95"]
    let tiles: [Markup] = names.compactMap { name in
      summary.overall[name].map { value in
        let text = name.hasPrefix("latency") ? "\(value.fixed(1)) ms" : value.fixed(3)
        return "<div><b>\(text)</b><span>\(name)</span></div>"
      }
    }
    let refusals = summary.refusals
    let refused: Markup = """
      <div><b>\(refusals.refusedOfUnanswerable) of \(refusals.unanswerable)</b>\
      <span>unanswerable refused</span></div>
      <div><b>\(refusals.answeredOfAnswerable) of \(refusals.answerable)</b>\
      <span>answerable answered</span></div>
      """
    return "<div class=\"tiles\">\(tiles)\n\(refused)</div>"
  }

  /// A style sheet is markup of our own: it must not hold `</style`.
  private static let style = Markup(
    stringLiteral: String(decoding: PackageResources.report_css, as: UTF8.self))
}
