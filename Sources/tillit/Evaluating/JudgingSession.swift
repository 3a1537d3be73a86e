import Measures
import Rendering

/// Puts passages before a judge and takes down the marks.
struct JudgingSession {
  let style: TerminalStyle
  /// In characters.
  let width: Int
  /// The next line typed; nil at the end.
  let readLine: () -> String?
  let write: (String) -> Void

  static let help = """
    2 answers fully, 1 in part, 0 not at all; add the sentences that do: 2 3, or 2 3-4.
    s leaves the passage unjudged, n the rest of the question too, q ends.

    """

  /// The question with the marks added; nil when the judge quits, or the input ends, before it is
  /// done.
  func judge(
    _ question: EvaluationQuestion, _ passages: [JudgeablePassage], place: String
  ) -> EvaluationQuestion? {
    var judged = question
    write("\n" + style.heading("Question \(place): \(question.text.oneLine)") + "\n")
    for earlier in question.history { write(style.dim("asked before: \(earlier.oneLine)") + "\n") }
    for (index, passage) in passages.enumerated() {
      show(passage, place: "\(index + 1) of \(passages.count)")
      switch mark(sentenceCount: passage.sentences.count) {
      case .quit: return nil
      case .next: return judged
      case .skip: continue
      case .grade(let grade, let sentences):
        let judgement = Judgement(of: passage, grade: grade, sentences: sentences)
        if grade > 0 {
          judged.relevant.append(judgement)
        } else {
          judged.irrelevant.append(judgement)
        }
      }
    }
    return judged
  }

  private func show(_ passage: JudgeablePassage, place: String) {
    write("\n" + style.bold("Passage \(place)") + " " + passage.heading.oneLine + "\n")
    for (index, sentence) in passage.sentences.enumerated() {
      let lines = sentence.text.oneLine.wrapped(to: max(20, width - 4))
      let number = "\(index + 1)"
      for (row, line) in lines.enumerated() {
        let label = row == 0 ? number : ""
        let space = String(repeating: " ", count: max(0, 3 - label.count))
        write(style.dim(space + label) + " \(line)\n")
      }
    }
  }

  private func mark(sentenceCount: Int) -> JudgingMark {
    while true {
      write("> ")
      guard let line = readLine() else { return .quit }
      if let mark = JudgingMark(line, sentenceCount: sentenceCount) { return mark }
      write(Self.help)
    }
  }
}
