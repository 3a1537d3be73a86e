/// An answer's confidence, and whether its first passage was right.
///
/// Refusals have none: what they say of confidence is measured by refusal precision and recall.
struct ConfidentAnswer: Sendable, Equatable {
  let confidence: Double
  let isRight: Bool

  /// Those of the answers that state a confidence, most confident first.
  static func ranked(_ answers: [JudgedAnswer]) -> [ConfidentAnswer] {
    answers.compactMap { answer in
      answer.confidence.map { ConfidentAnswer(confidence: $0, isRight: answer.isRight) }
    }.sorted { $0.confidence > $1.confidence }
  }

  /// Those that share a confidence, together, most confident first.
  static func groups(_ answers: [JudgedAnswer]) -> [(count: Int, right: Int)] {
    var groups: [(confidence: Double, count: Int, right: Int)] = []
    for answer in ranked(answers) {
      if groups.last?.confidence != answer.confidence {
        groups.append((answer.confidence, 0, 0))
      }
      groups[groups.count - 1].count += 1
      if answer.isRight { groups[groups.count - 1].right += 1 }
    }
    return groups.map { ($0.count, $0.right) }
  }
}
