import Documents
import Measures
import Retrieval
import SQLiteIndex

/// Lets a new index pass unless it answers judged questions significantly worse than the old one.
struct IndexGate {
  private let questions: [EvaluationQuestion]
  private let file: IndexFile

  init(questions: [EvaluationQuestion], _ file: IndexFile) {
    self.questions = questions
    self.file = file
  }

  /// Reports on standard error. Without an old index that can be read there is nothing to compare
  /// with, and any index passes.
  func admits(_ draft: OpenIndex) throws -> Bool {
    let old: OpenIndex
    do {
      old = try file.open()
    } catch is IndexError {
      StandardError.write("tillit: no old index to compare with; the new one is put in place\n")
      return true
    }
    let asked = Self.askable(questions, in: draft.texts)
    if asked.count < questions.count {
      StandardError.write(
        "tillit: \(questions.count - asked.count) questions ask for documents that are not in the "
          + "collection; they don't count\n")
    }
    let before = Baseline(try Self.scores(of: old, asking: asked))
    let verdict = RegressionGate().verdict(
      on: try Self.scores(of: draft, asking: asked), against: before)
    StandardError.write(GateReport(verdict: verdict, standard: "the old index").text)
    return verdict.passes
  }

  /// Questions without an answer, and those of which a judged document is in the collection: what
  /// was withdrawn on purpose is no loss.
  static func askable(
    _ questions: [EvaluationQuestion], in index: any PassageIndex
  ) -> [EvaluationQuestion] {
    let documents = index.documents.map(\.id.rawValue)
    return questions.filter { question in
      question.relevant.isEmpty
        || question.relevant.contains { judgement in
          documents.contains { judgement.names(document: $0) }
        }
    }
  }

  private static func scores(
    of index: OpenIndex, asking questions: [EvaluationQuestion]
  ) throws -> ScoreTable {
    let run = try AnswerRecorder(index.assistant()).run(of: questions)
    return ScoreTable(JudgedAnswer.judging(run, of: questions))
  }
}
