/// Of the questions that the texts don't answer, the share refused (recall for the class
/// "unanswerable": P. Rajpurkar, R. Jia and P. Liang, *Know What You Don't Know*, 2018).
package struct RefusalRecall: AnswerMeasure {
  package init() {}

  package let name = "refusal recall"

  package func value(of answer: JudgedAnswer) -> Double? {
    guard !answer.question.isAnswerable else { return nil }
    return answer.entry.isRefusal ? 1 : 0
  }
}
