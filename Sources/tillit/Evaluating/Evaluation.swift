import Measures
import Retrieval

/// The judged answers of an evaluation, and those of the run they are compared with.
struct Evaluation {
  let answers: [JudgedAnswer]
  let measures: MeasureSet
  /// Empty when there is nothing to compare with.
  let others: [JudgedAnswer]
  let comparison: Comparison?

  /// Reads the files that a command names, and asks the questions unless a run is among them.
  init(_ command: EvaluateCommand) throws {
    let isTrec = try EvaluationFiles.isTrec(command.questions)
    measures = isTrec ? .trec : .answers
    if isTrec {
      guard let run = command.runFile else {
        throw Failure("TREC qrels can't be asked; name a run with --run", Failure.Code.badData)
      }
      let qrels = try EvaluationFiles.qrels(at: command.questions)
      answers = JudgedAnswer.judging(try EvaluationFiles.trecRun(at: run), by: qrels)
      others =
        try command.against.map {
          JudgedAnswer.judging(try EvaluationFiles.trecRun(at: $0), by: qrels)
        } ?? []
    } else {
      let questions = try EvaluationFiles.questions(at: command.questions)
      // What can't be read is better known before a thousand questions are asked.
      let against = try command.against.map(EvaluationFiles.run(at:))
      let run = try command.runFile.map(EvaluationFiles.run(at:)) ?? Self.ask(questions, command)
      answers = JudgedAnswer.judging(run, of: questions)
      others = against.map { JudgedAnswer.judging($0, of: questions) } ?? []
    }
    comparison = command.against.map { [answers, others, measures] _ in
      let tables = [others, answers].map { ScoreTable($0, measures: measures) }
      let compared = isTrec ? tables : tables.map { $0.keeping(MeasureSet.compared) }
      return Comparison(compared[0], compared[1])
    }
  }

  private static func ask(
    _ questions: [EvaluationQuestion], _ command: EvaluateCommand
  ) throws -> [RunEntry] {
    let recorder = AnswerRecorder(
      try command.collection.assistant(), scope: Question.Scope(asOf: command.asOf?.description))
    let bar = ProgressBar("Asking", total: questions.count)
    defer { bar.finish() }
    return try recorder.run(of: questions) { bar.update($0) }
  }
}
