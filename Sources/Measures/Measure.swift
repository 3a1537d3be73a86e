/// A measure of how good answers are.
package protocol Measure: Sendable {
  /// As the field writes it: `nDCG@10`.
  var name: String { get }
  /// Nil where no answer is of the kind it measures.
  func value(over answers: [JudgedAnswer]) -> Double?
}

/// A measure of one answer; over many, it is their mean.
package protocol AnswerMeasure: Measure {
  /// Nil where the answer isn't of the kind it measures.
  func value(of answer: JudgedAnswer) -> Double?
}

extension AnswerMeasure {
  package func value(over answers: [JudgedAnswer]) -> Double? {
    answers.compactMap(value(of:)).mean
  }
}

/// A measure of one ranking, between 0 and 1; questions without an answer have no value.
package protocol RankingMeasure: AnswerMeasure {
  func value(of ranking: JudgedRanking) -> Double
}

extension RankingMeasure {
  package func value(of answer: JudgedAnswer) -> Double? {
    answer.question.isAnswerable ? value(of: answer.ranking) : nil
  }
}

extension [Double] {
  /// Nil for none.
  package var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
