/// The values of measures for each question: what is compared, and kept as a baseline.
package struct ScoreTable: Codable, Sendable, Equatable {
  /// One question's values.
  package struct Row: Codable, Sendable, Equatable {
    package let id: String
    package let kind: String
    package let language: String
    package let document: String?
    /// By the table's measures; nil where a measure doesn't apply.
    package let values: [Double?]
  }

  /// Names, in the order of the values.
  package let measures: [String]
  package let rows: [Row]

  package init(measures: [String], rows: [Row]) {
    self.measures = measures
    self.rows = rows
  }

  /// The values of the measures that have one for each answer, to six decimals, so that a table
  /// that was written and read is the same.
  package init(_ answers: [JudgedAnswer], measures: MeasureSet = .answers) {
    let perAnswer = measures.perAnswer
    self.init(
      measures: perAnswer.map(\.name),
      rows: answers.map { answer in
        Row(
          id: answer.question.id, kind: answer.question.kind, language: answer.question.lang,
          document: answer.question.document,
          values: perAnswer.map { $0.value(of: answer)?.roundedToMicros })
      })
  }

  /// A table of some of the measures; those it lacks are left out.
  package func keeping(_ names: [String]) -> ScoreTable {
    let kept = measures.indices.filter { names.contains(measures[$0]) }
    return ScoreTable(
      measures: kept.map { measures[$0] },
      rows: rows.map { row in
        Row(
          id: row.id, kind: row.kind, language: row.language, document: row.document,
          values: kept.map { row.values[$0] })
      })
  }

  /// A table of some of the questions.
  package func keeping(questions: Set<String>) -> ScoreTable {
    ScoreTable(measures: measures, rows: rows.filter { questions.contains($0.id) })
  }
}

extension Double {
  fileprivate var roundedToMicros: Double { (self * 1e6).rounded() / 1e6 }
}

extension ScoreTable.Row {
  func name(by dimension: Slice.Dimension) -> String? {
    switch dimension {
    case .all: "all"
    case .kind: kind
    case .language: language
    case .document: document
    }
  }
}
