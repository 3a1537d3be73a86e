/// Some of an evaluation's questions, by what they have in common.
package struct Slice: Sendable, Equatable {
  /// What questions are told apart by.
  package enum Dimension: String, Codable, Sendable, CaseIterable {
    case all, kind, language, document

    /// Nil for a question that has none.
    func name(of question: EvaluationQuestion) -> String? {
      switch self {
      case .all: "all"
      case .kind: question.kind
      case .language: question.lang
      case .document: question.document
      }
    }
  }

  package let dimension: Dimension
  package let name: String
  /// Positions among the questions.
  package let members: [Int]

  /// All slices of a dimension, by name.
  package static func slices(
    of questions: [EvaluationQuestion], by dimension: Dimension
  ) -> [Slice] {
    var members: [String: [Int]] = [:]
    for (index, question) in questions.enumerated() {
      guard let name = dimension.name(of: question) else { continue }
      members[name, default: []].append(index)
    }
    return members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { Slice(dimension: dimension, name: $0.key, members: $0.value) }
  }
}
