import Foundation

/// The grades of a ranking's passages and of all judgements, from which measures are computed.
package struct JudgedRanking: Sendable, Equatable {
  /// How many passages of a run count.
  package static let depth = 10

  /// By rank; 0 for a passage that holds no quote not yet seen.
  package let grades: [Int]
  /// Of all judged quotes, highest first.
  package let idealGrades: [Int]

  package init(grades: [Int], idealGrades: [Int]) {
    self.grades = grades
    self.idealGrades = idealGrades.sorted(by: >)
  }

  /// Judges a run: each quote counts once, at its first appearance.
  package init(_ entry: RunEntry, for question: EvaluationQuestion) {
    let quotes = question.relevant.map { ($0, ComparableText($0.quote)) }
    var seen: Set<Int> = []
    let grades = entry.passages.prefix(Self.depth).map { passage in
      let text = ComparableText(passage.text)
      let name = passage.document.fileName
      var grade = 0
      for (index, (judgement, quote)) in quotes.enumerated()
      where !seen.contains(index) && judgement.doc.fileName == name && text.holds(quote) {
        seen.insert(index)
        grade = max(grade, judgement.grade)
      }
      return grade
    }
    self.init(grades: grades, idealGrades: question.relevant.map(\.grade))
  }
}

extension String {
  fileprivate var fileName: Substring { split(separator: "/").last ?? "" }
}
