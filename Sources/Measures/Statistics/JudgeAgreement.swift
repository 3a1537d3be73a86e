/// Two judges' marks of the same passages.
package struct JudgeAgreement: Sendable, Equatable {
  /// Over the grades 0, 1 and 2; nil where the judges have no passage in common.
  package let grades: CohenKappa?
  /// Over relevant or not.
  package let relevance: CohenKappa?

  private struct Mark: Hashable {
    let question: String
    let document: String
    let shown: ByteRange
  }

  /// Pairs marks by question and passage shown; a judgement that was not made with `tillit judge`
  /// doesn't say what was shown, and is left out.
  package init(_ first: [EvaluationQuestion], _ second: [EvaluationQuestion]) {
    let marks = Self.marks(second)
    let pairs = Self.marks(first).compactMap { mark, grade in
      marks[mark].map { (grade, $0) }
    }
    grades = CohenKappa(pairs)
    relevance = CohenKappa(pairs.map { (min($0.0, 1), min($0.1, 1)) })
  }

  /// A passage in which several sentences were marked has the best grade.
  private static func marks(_ questions: [EvaluationQuestion]) -> [Mark: Int] {
    var marks: [Mark: Int] = [:]
    for question in questions {
      for judgement in question.judgements {
        guard let shown = judgement.shown else { continue }
        let mark = Mark(question: question.id, document: judgement.doc, shown: shown)
        marks[mark] = max(marks[mark] ?? 0, judgement.grade)
      }
    }
    return marks
  }
}
