/// Of the questions that the texts answer, the share not refused: coverage, in selective
/// classification (R. El-Yaniv and Y. Wiener, *On the Foundations of Noise-free Selective
/// Classification*, 2010).
package struct AnswerRate: AnswerMeasure {
  package init() {}

  package let name = "answer rate"

  package func value(of answer: JudgedAnswer) -> Double? {
    guard answer.question.isAnswerable else { return nil }
    return answer.entry.isRefusal ? 0 : 1
  }
}
