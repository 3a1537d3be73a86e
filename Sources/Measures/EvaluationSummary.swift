/// The measures of an evaluation, overall and by slice, and how refusals went.
package struct EvaluationSummary: Codable, Sendable, Equatable {
  /// The measures of one slice.
  package struct Row: Codable, Sendable, Equatable {
    package let dimension: Slice.Dimension
    package let name: String
    /// Of questions that have an answer.
    package let count: Int
    /// Of questions that have none.
    package let unanswerable: Int
    /// By measure name; a measure without a value is left out.
    package let means: [String: Double]
  }

  /// Whether what should be refused was, and what shouldn't wasn't.
  package struct Refusals: Codable, Sendable, Equatable {
    package var unanswerable = 0
    package var refusedOfUnanswerable = 0
    package var answerable = 0
    package var answeredOfAnswerable = 0

    init(_ answers: [JudgedAnswer]) {
      for answer in answers {
        if answer.question.isAnswerable {
          answerable += 1
          if !answer.entry.isRefusal { answeredOfAnswerable += 1 }
        } else {
          unanswerable += 1
          if answer.entry.isRefusal { refusedOfUnanswerable += 1 }
        }
      }
    }
  }

  /// `all` first, then kinds, languages and documents, each by name.
  package let slices: [Row]
  package let refusals: Refusals

  package init(_ answers: [JudgedAnswer], measures: MeasureSet = .answers) {
    let questions = answers.map(\.question)
    let all = Slice(dimension: .all, name: "all", members: Array(answers.indices))
    let dimensions = Slice.Dimension.allCases.filter { $0 != .all }
    let parts = dimensions.flatMap { Slice.slices(of: questions, by: $0) }
    slices = ([all] + parts).map { Row($0, $0.members.map { answers[$0] }, measures) }
    refusals = Refusals(answers)
  }

  package func slices(by dimension: Slice.Dimension) -> [Row] {
    slices.filter { $0.dimension == dimension }
  }

  /// The measures over all questions.
  package var overall: [String: Double] { slices.first?.means ?? [:] }
}

extension EvaluationSummary.Row {
  fileprivate init(_ slice: Slice, _ answers: [JudgedAnswer], _ measures: MeasureSet) {
    dimension = slice.dimension
    name = slice.name
    count = answers.count(where: \.question.isAnswerable)
    unanswerable = answers.count - count
    var means: [String: Double] = [:]
    for measure in measures.measures { means[measure.name] = measure.value(over: answers) }
    self.means = means
  }
}
