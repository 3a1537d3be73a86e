/// Means of the measures over a question set, overall and by kind, and how refusals went.
package struct EvaluationSummary: Codable, Sendable, Equatable {
  package struct Slice: Codable, Sendable, Equatable {
    package let name: String
    package let count: Int
    /// By measure name.
    package let means: [String: Double]
  }

  package struct Refusals: Codable, Sendable, Equatable {
    package var unanswerable = 0
    package var refusedOfUnanswerable = 0
    package var answerable = 0
    package var answeredOfAnswerable = 0
  }

  /// `all` first, then kinds in alphabetical order; unanswerable questions are in `refusals`.
  package let slices: [Slice]
  package let refusals: Refusals

  /// A question that the run lacks counts as refused.
  package init(questions: [EvaluationQuestion], run: [RunEntry]) {
    let entries = Dictionary(run.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var refusals = Refusals()
    var rankings: [(kind: String, ranking: JudgedRanking)] = []
    for question in questions {
      let entry =
        entries[question.id] ?? RunEntry(id: question.id, status: "not_found", passages: [])
      if question.relevant.isEmpty {
        refusals.unanswerable += 1
        if entry.isRefusal { refusals.refusedOfUnanswerable += 1 }
      } else {
        refusals.answerable += 1
        if !entry.isRefusal { refusals.answeredOfAnswerable += 1 }
        rankings.append((question.kind, JudgedRanking(entry, for: question)))
      }
    }
    let kinds = Set(rankings.map(\.kind)).sorted()
    slices =
      [Slice(name: "all", rankings.map(\.ranking))]
      + kinds.map { kind in
        Slice(name: kind, rankings.filter { $0.kind == kind }.map(\.ranking))
      }
    self.refusals = refusals
  }
}

extension EvaluationSummary.Slice {
  fileprivate init(name: String, _ rankings: [JudgedRanking]) {
    self.name = name
    count = rankings.count
    means = Dictionary(
      uniqueKeysWithValues: Measure.reported.map { measure in
        let total = rankings.reduce(0) { $0 + measure.value($1) }
        return (measure.name, rankings.isEmpty ? 0 : total / Double(rankings.count))
      })
  }
}
