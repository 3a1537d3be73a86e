package import Foundation

/// Judgements in TREC's format: `question 0 document grade`, one a line.
package struct TrecQrels: Sendable, Equatable {
  /// In the order in which questions first appear.
  package private(set) var questions: [String] = []
  private var grades: [String: [String: Int]] = [:]

  /// Throws `MalformedLine` for a line that isn't a judgement, or judges a document twice.
  package init(_ data: Data) throws(MalformedLine) {
    for (line, fields) in try TrecLines.fields(
      in: data, count: 4, of: "question 0 document grade")
    {
      guard let grade = Int(fields[3]) else {
        throw MalformedLine(line: line, problem: "the grade \"\(fields[3])\" is no whole number")
      }
      guard add(fields[2], grade: grade, to: fields[0]) else {
        throw MalformedLine(line: line, problem: "\(fields[2]) is judged twice")
      }
    }
  }

  /// Every judgement of the questions under a name of its own, `question.1` and so on, which is how
  /// `TrecRun` names a passage that is credited with it.
  package init(_ questions: [EvaluationQuestion]) {
    for question in questions {
      for (index, judgement) in question.judgements.enumerated() {
        add(
          Self.name(ofJudgement: index, of: question), grade: judgement.grade,
          to: question.id.trecField)
      }
    }
  }

  static func name(ofJudgement index: Int, of question: EvaluationQuestion) -> String {
    "\(question.id.trecField).\(index + 1)"
  }

  /// False if the document was judged before.
  @discardableResult
  private mutating func add(_ document: String, grade: Int, to question: String) -> Bool {
    if grades[question] == nil { questions.append(question) }
    return grades[question, default: [:]].updateValue(grade, forKey: document) == nil
  }

  /// By document.
  package func grades(of question: String) -> [String: Int] { grades[question] ?? [:] }

  /// The file's text; documents in byte order.
  package var text: String {
    questions.flatMap { question in
      grades(of: question).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { "\(question) 0 \($0.key) \($0.value)\n" }
    }.joined()
  }
}
