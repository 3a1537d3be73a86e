import ArgumentParser
import Foundation
import Measures
import Rendering
import Retrieval

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score answers against judged questions.",
    discussion: """
      QUESTIONS is a JSON Lines file: {"id", "text", "lang", "kind", "history", "relevant": \
      [{"doc", "quote", "grade"}]}, or TREC qrels together with --run.

      EXAMPLES:
        tillit evaluate Evaluation/questions.jsonl
        tillit evaluate questions.jsonl --knowledge texts --run-out run.jsonl --report report.html
        tillit evaluate questions.jsonl --run new.jsonl --against old.jsonl --by language
        tillit evaluate questions.jsonl --baseline baseline.json            fails if it got worse
        tillit evaluate questions.jsonl --baseline baseline.json --accept   keeps today's figures
        tillit evaluate judgements.qrels --run system.run                   TREC files

      EXIT CODES:
        0 scored, 1 a measure fell below the baseline
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @Argument(help: "The questions.", completion: .file(extensions: ["jsonl"]))
  var questions: String

  @OptionGroup var collection: CollectionOptions

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp("Score the answers in a run file; asks nothing.", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Option(
    help: ArgumentHelp("Compare with the answers in a run file.", valueName: "file"),
    completion: .file())
  var against: String?

  @Option(
    help: ArgumentHelp("Write the answers to a run file.", valueName: "file"), completion: .file())
  var runOut: String?

  @Option(
    help: ArgumentHelp("Write the answers as a TREC run.", valueName: "file"), completion: .file())
  var trecRun: String?

  @Option(
    help: ArgumentHelp("Write the judgements that go with --trec-run.", valueName: "file"),
    completion: .file())
  var trecQrels: String?

  @Option(help: ArgumentHelp("Write a report in HTML.", valueName: "file"), completion: .file())
  var report: String?

  @Option(
    help: ArgumentHelp("Fail if a measure fell significantly below.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Flag(help: "Write the figures to --baseline instead of comparing with it.")
  var accept = false

  @Option(
    help: "Also show kind, language or document; may be given more than once. (default: kind)")
  var by: [Slice.Dimension] = []

  @Option(
    help: ArgumentHelp(
      "Answer as of this day, such as 2024-07-01. (default: no day, so that runs can be compared)",
      valueName: "date"))
  var asOf: PolicyDate?

  @Option(name: .shortAndLong, help: "text, json or csv.")
  var format: Format = .text

  func validate() throws {
    if accept && baseline == nil { throw ValidationError("--accept needs --baseline FILE.") }
  }

  func run() throws {
    let evaluation = try Evaluation(self)
    try write(evaluation)
    var output = StandardOutput()
    output.write(try text(of: evaluation))
    try gate(evaluation)
  }

  private func write(_ evaluation: Evaluation) throws {
    if let runOut {
      try EvaluationFiles.write(JSONLines.encode(evaluation.answers.map(\.entry)), to: runOut)
    }
    if let trecRun {
      try EvaluationFiles.write(Data(TrecRun(evaluation.answers).text.utf8), to: trecRun)
    }
    if let trecQrels {
      let qrels = TrecQrels(evaluation.answers.map(\.question))
      try EvaluationFiles.write(Data(qrels.text.utf8), to: trecQrels)
    }
    if let report {
      let title = "Evaluation of \(URL(fileURLWithPath: questions).lastPathComponent)"
      let html = EvaluationReport(
        title: title, evaluation.answers, measures: evaluation.measures,
        comparedWith: evaluation.comparison.map { (evaluation.others, $0) }
      ).html
      try EvaluationFiles.write(Data(html.utf8), to: report)
    }
  }

  private func text(of evaluation: Evaluation) throws -> String {
    let summary = EvaluationSummary(evaluation.answers, measures: evaluation.measures)
    let dimensions = by.isEmpty ? [.kind] : by
    switch format {
    case .json:
      return EvaluationWire(summary, evaluation.comparison).json + "\n"
    case .csv:
      return EvaluationCSV(summary, measures: evaluation.measures).text
    case .text:
      let style = TerminalStyle(usesColour: StandardOutput.isTerminal && Environment.allowsColour)
      let table = EvaluationTable(
        summary: summary, measures: evaluation.measures, dimensions: dimensions, style: style)
      let comparison = evaluation.comparison.map {
        "\n" + ComparisonTable(comparison: $0, dimensions: dimensions, style: style).text
      }
      return table.text + (comparison ?? "")
    }
  }

  /// Throws exit code 1 when a measure fell.
  private func gate(_ evaluation: Evaluation) throws {
    guard let path = baseline else { return }
    let scores = ScoreTable(evaluation.answers, measures: evaluation.measures)
    if accept {
      try EvaluationFiles.write(Baseline(scores).data(), to: path)
      return StandardError.write("Wrote the baseline \(path).\n")
    }
    guard let committed = try EvaluationFiles.baseline(at: path) else {
      throw Failure(
        "there is no baseline \(path); write one with --accept", Failure.Code.missingInput)
    }
    let verdict = RegressionGate().verdict(on: scores, against: committed)
    StandardError.write(GateReport(verdict: verdict, standard: "the baseline").text)
    guard verdict.passes else {
      StandardError.write("If that is meant, write the new figures with --accept.\n")
      throw ExitCode(1)
    }
  }
}

extension Slice.Dimension: ExpressibleByArgument {}
