import Analysis
package import Documents

/// Looks for what is wrong or doubtful in a vocabulary.
package struct VocabularyCheck {
  private let vocabulary: Vocabulary
  private let problems: [VocabularyProblem]

  /// `problems` are what reading the files found.
  package init(_ vocabulary: Vocabulary, problems: [VocabularyProblem] = []) {
    self.vocabulary = vocabulary
    self.problems = problems
  }

  /// All findings by file and line. Without an index, what concerns the texts is left out.
  package func findings(
    against index: (any PassageIndex)? = nil
  ) throws -> [VocabularyFinding] {
    var findings = problems.map(VocabularyFinding.init)
    findings += ConceptGraph(vocabulary.concepts).findings()
    findings += try PhraseCheck(vocabulary).findings(against: index)
    if let index {
      findings += try CollectionCheck(index, acts: vocabulary.acts).findings(
        on: vocabulary.concepts)
    }
    return findings.enumerated().sorted {
      ($0.element.file, $0.element.line, $0.offset) < ($1.element.file, $1.element.line, $1.offset)
    }
    .map(\.element)
  }
}
