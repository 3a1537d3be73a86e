import ArgumentParser
import Documents
import Foundation
import Measures
import Rendering
import Retrieval

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Score answers against judged questions.",
    discussion: """
      QUESTIONS is a JSON Lines file: {"id", "text", "lang", "kind", "history", "relevant": \
      [{"doc", "quote", "grade"}]}.

      EXAMPLES:
        tillit evaluate Evaluation/questions.jsonl
        tillit evaluate questions.jsonl --knowledge texts --run-out run.jsonl
      """)

  @Argument(help: "The questions.")
  var questions: String

  @OptionGroup var collection: CollectionOptions

  @Option(help: ArgumentHelp("Write the answers to a run file.", valueName: "file"))
  var runOut: String?

  @Option(
    help: ArgumentHelp(
      "Answer as of this day, such as 2024-07-01. (default: no day, so that runs can be compared)",
      valueName: "date"))
  var asOf: PolicyDate?

  @Option(name: .shortAndLong, help: "text or json.")
  var format: OutputOptions.Format = .text

  func run() throws {
    let questions = try Self.read(questions)
    let assistant = try collection.assistant()
    let bar = ProgressBar("Asking", total: questions.count)
    var run: [RunEntry] = []
    for question in questions {
      run.append(try entry(for: question, by: assistant))
      bar.update(run.count)
    }
    bar.finish()
    if let runOut {
      let lines = run.map { $0.json + "\n" }.joined()
      try Data(lines.utf8).write(to: URL(fileURLWithPath: runOut), options: .atomic)
    }
    let summary = EvaluationSummary(questions: questions, run: run)
    var output = StandardOutput()
    output.write(format == .json ? summary.json + "\n" : EvaluationTable(summary).text)
  }

  private static func read(_ path: String) throws -> [EvaluationQuestion] {
    let url = URL(fileURLWithPath: path)
    guard FileManager.default.isReadableFile(atPath: url.path) else {
      throw Failure("there is no question file \(path)", Failure.Code.missingInput)
    }
    let data = try Data(contentsOf: url)
    do {
      return try JSONLines.decode(EvaluationQuestion.self, from: data)
    } catch {
      throw Failure("\(path), line \(error.line): \(error.problem)", Failure.Code.badData)
    }
  }

  /// Asks a question's history first, in order, in the same conversation.
  private func entry(
    for question: EvaluationQuestion, by assistant: Assistant
  ) throws -> RunEntry {
    let scope = Question.Scope(asOf: asOf?.description)
    var conversation = Conversation()
    for earlier in question.history {
      conversation = try assistant.answer(to: Question(earlier, scope: scope), in: conversation)
        .conversation
    }
    let answer = try assistant.answer(to: Question(question.text, scope: scope), in: conversation)
    return RunEntry(
      id: question.id, status: answer.status.rawValue,
      passages: answer.passages.map { cited in
        RunEntry.Passage(document: cited.document.id.rawValue, text: cited.passage.text)
      })
  }
}
