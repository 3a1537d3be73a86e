/// Whether the sentence that the first answer puts forward is the one that answers, or part of it:
/// 1 or 0 (answer-sentence selection: M. Wang, N. A. Smith and T. Mitamura, *What is the Jeopardy
/// model?*, 2007). Answers without a sentence, and questions without an answer, have no value.
package struct AnswerSentenceHit: AnswerMeasure {
  package init() {}

  package let name = "sentence@1"

  package func value(of answer: JudgedAnswer) -> Double? {
    guard answer.question.isAnswerable else { return nil }
    guard !answer.entry.passages.isEmpty else { return 0 }
    return answer.hasRightSentence.map { $0 ? 1 : 0 }
  }
}
