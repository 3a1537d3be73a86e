import Documents

/// Which passages may answer a question.
package struct PassageFilter: Sendable, Equatable {
  /// By passage; nil allows all.
  private var allowed: [Bool]?

  /// Allows every passage.
  package init() {}

  /// Allows the passages of a scope's documents that a question's marks let through.
  package init(
    _ syntax: QuerySyntax, scope: Question.Scope, in index: any PassageIndex
  ) throws {
    guard syntax.restricts || scope.documents != nil else { return }
    let documents = index.documents.map { document in
      scope.documents?.contains(document.id) ?? true
        && document.title.contains(allOf: syntax.titles, or: document.citedName)
        && document.id.rawValue.contains(allOf: syntax.paths, or: "")
    }
    var allowed = index.passages.documents.map { documents[Int($0)] }
    for phrase in syntax.phrases {
      let holding = try PhraseSearch(phrase, in: index).passages()
      for position in allowed.indices where !holding.contains(Int32(position)) {
        allowed[position] = false
      }
    }
    for phrase in syntax.excludedPhrases {
      let search = PhraseSearch(phrase, in: index)
      for ordinal in try phrase.count == 1 ? search.passagesWithStem() : search.passages() {
        allowed[Int(ordinal)] = false
      }
    }
    self.allowed = allowed
  }

  package func allows(_ ordinal: PassageOrdinal) -> Bool { allowed?[ordinal.index] ?? true }

  /// Sets the scores of what isn't allowed to 0.
  func clear(_ scores: inout [Double]) {
    guard let allowed else { return }
    for position in allowed.indices where !allowed[position] { scores[position] = 0 }
  }
}

extension String {
  /// Whether this or another text contains each of some runs of folded words; the first and the last
  /// word of a run may be parts of words.
  fileprivate func contains(allOf runs: [[String]], or other: String) -> Bool {
    guard !runs.isEmpty else { return true }
    let texts = [self, other].map { QuerySyntax.words(of: $0).joined(separator: " ") }
    return runs.allSatisfy { run in
      texts.contains { $0.contains(run.joined(separator: " ")) }
    }
  }
}
