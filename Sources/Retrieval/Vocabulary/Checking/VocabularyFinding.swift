import Documents

/// Something about a vocabulary that a person should look at.
package struct VocabularyFinding: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The file isn't as `Knowledge/vocabulary/README.md` says.
    case malformed(String)
    /// Another concept has the same id.
    case duplicateID(String, otherFile: String, otherLine: Int)
    /// `broader` or `related` names a concept that isn't there.
    case missingTarget(String)
    /// Each concept is broader than the next, and the last than the first.
    case cycle([String])
    /// A lay phrase leads to two or three concepts.
    case duplicatePhrase(String, concepts: [String])
    /// A phrase leads to four concepts or more.
    case ambiguousPhrase(String, concepts: [String])
    /// A lay phrase that comes down to one word that any question may hold.
    case generalPhrase(String, key: String)
    /// A provision of an act that `acts.yaml` doesn't name.
    case unknownAct(String)
    /// A provision that the act, as the collection has it, lacks.
    case unresolvedProvision(String)
    /// Nothing to match, or nothing that the texts hold.
    case dead
    /// Words to search for that the texts don't hold.
    case missingWords([String])
  }

  package let file: String
  /// From 1.
  package let line: Int
  package let reason: Reason

  /// Whether the vocabulary is broken rather than merely open to doubt.
  package var isError: Bool {
    switch reason {
    case .malformed, .duplicateID, .missingTarget, .cycle: true
    case .duplicatePhrase, .ambiguousPhrase, .generalPhrase, .unknownAct, .unresolvedProvision,
      .dead, .missingWords:
      false
    }
  }

  init(_ reason: Reason, in concept: Concept) {
    file = concept.file
    line = concept.line
    self.reason = reason
  }

  init(_ problem: VocabularyProblem) {
    file = problem.file
    line = problem.line
    reason = .malformed(problem.problem)
  }
}
