/// Of the questions refused, the share that the texts indeed don't answer (precision for the class
/// "unanswerable": P. Rajpurkar, R. Jia and P. Liang, *Know What You Don't Know*, 2018).
package struct RefusalPrecision: Measure {
  package init() {}

  package let name = "refusal precision"

  package func value(over answers: [JudgedAnswer]) -> Double? {
    answers.filter(\.entry.isRefusal).map { $0.question.isAnswerable ? 0 : 1 }.mean
  }
}
