import ArgumentParser
import Foundation
import Measures
import Rendering

struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Mark which passages answer questions.",
    discussion: """
      QUESTIONS is a question file, feedback that users chose to give ({"question": …} a line), or \
      plain text with a question a line. Passages come in random order, without rank or score. \
      Marks are kept, question by question, in the form that `tillit evaluate` reads; what was \
      judged is not asked again. A question for which nothing was marked as answering counts as \
      one that the texts don't answer.

      \(JudgingSession.help)
      EXAMPLES:
        tillit judge questions.txt --out judged.jsonl
        tillit judge feedback.jsonl --out judged.jsonl --depth 5
        tillit judge --agreement mine.jsonl yours.jsonl
      """)

  @Argument(
    help: "The questions; with --agreement, two files of judged questions.",
    completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @OptionGroup var collection: CollectionOptions

  @Option(
    help: ArgumentHelp("Where the judged questions go.", valueName: "file"), completion: .file())
  var out: String?

  @Option(help: "How many passages to judge for each question, at most 10.")
  var depth = 10

  @Option(help: "Another seed gives another order.")
  var seed: UInt64 = 1

  @Flag(help: "Tell how far two judges agree, by Cohen's kappa.")
  var agreement = false

  func validate() throws {
    guard !agreement else {
      if files.count != 2 { throw ValidationError("--agreement needs two files.") }
      return
    }
    if files.count != 1 { throw ValidationError("Name one file of questions.") }
    if out == nil { throw ValidationError("--out FILE says where the judged questions go.") }
    if !(1...10).contains(depth) { throw ValidationError("--depth must be between 1 and 10.") }
  }

  func run() throws {
    if agreement { try reportAgreement() } else if let out { try judge(into: out) }
  }

  private func reportAgreement() throws {
    let agreement = JudgeAgreement(
      try EvaluationFiles.questions(at: files[0]), try EvaluationFiles.questions(at: files[1]))
    var output = StandardOutput()
    guard let grades = agreement.grades, let relevance = agreement.relevance else {
      throw Failure("the two judges have no passage in common", Failure.Code.badData)
    }
    let rows = [("grades 0, 1, 2", grades), ("relevant or not", relevance)].map { name, kappa in
      [
        name, "\(kappa.count)", kappa.observed.fixed(3), kappa.expected.fixed(3),
        kappa.kappa?.fixed(3) ?? "–",
      ]
    }
    let header = ["judged by both", "passages", "same", "by chance", "kappa"]
    let style = TerminalStyle(usesColour: StandardOutput.isTerminal && Environment.allowsColour)
    output.write(TextTable(header: header, rows: rows).text(style: style))
  }

  private func judge(into out: String) throws {
    let input = try JudgingInput(path: files[0])
    var judged =
      FileManager.default.fileExists(atPath: out) ? try EvaluationFiles.questions(at: out) : []
    let done = Set(judged.map(\.id))
    let pool = JudgingPool(try collection.assistant(), depth: depth, seed: seed)
    let session = JudgingSession(
      style: TerminalStyle(usesColour: StandardOutput.isTerminal && Environment.allowsColour),
      width: Environment.columns, readLine: { readLine() },
      write: { FileHandle.standardOutput.write(Data($0.utf8)) })
    for (index, question) in input.questions.enumerated() where !done.contains(question.id) {
      let place = "\(index + 1) of \(input.questions.count)"
      let passages = try pool.passages(for: question)
      guard let marked = session.judge(question, passages, place: place) else { break }
      judged.append(marked)
      // A question at a time, so that no more than one is lost whatever happens.
      try EvaluationFiles.write(JSONLines.encode(judged), to: out)
    }
    StandardError.write("\(judged.count) of \(input.questions.count) questions judged: \(out)\n")
  }
}
