/// The grades of a ranking's passages and of all judgements, from which measures are computed.
package struct JudgedRanking: Sendable, Equatable {
  /// How many passages of a run count.
  package static let depth = 10

  /// By rank; nil for what isn't judged, or was credited before.
  package let grades: [Int?]
  /// Of everything judged relevant, highest first.
  package let idealGrades: [Int]
  /// How many parts were judged and found not relevant.
  package let nonRelevantCount: Int

  package init(grades: [Int?], idealGrades: [Int], nonRelevantCount: Int = 0) {
    self.grades = grades
    self.idealGrades = idealGrades.filter { $0 > 0 }.sorted(by: >)
    self.nonRelevantCount = nonRelevantCount
  }

  /// Judges a run: each quote counts once, at its first appearance.
  package init(_ entry: RunEntry, for question: EvaluationQuestion) {
    let judgements = question.judgements
    let credited = CreditedRanking(entry, for: question, depth: Self.depth)
    self.init(
      grades: credited.credits.map { $0.map { judgements[$0].grade } },
      idealGrades: judgements.map(\.grade),
      nonRelevantCount: judgements.count { $0.grade <= 0 })
  }

  /// How many parts are relevant at a grade or above.
  func relevantCount(from relevance: Int) -> Int { idealGrades.count { $0 >= relevance } }
}

extension Collection<Int?> {
  /// How many grades are a given one or above.
  func relevantCount(from relevance: Int) -> Int { count { ($0 ?? 0) >= relevance } }
}
