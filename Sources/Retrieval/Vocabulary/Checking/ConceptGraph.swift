import Documents

/// The concepts with their relations.
struct ConceptGraph {
  private let concepts: [Concept]
  private let conceptsByID: [String: Concept]

  init(_ concepts: [Concept]) {
    self.concepts = concepts
    conceptsByID = Dictionary(concepts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func findings() -> [VocabularyFinding] { duplicates() + missingTargets() + cycles() }

  private func duplicates() -> [VocabularyFinding] {
    var seen: Set<String> = []
    return concepts.compactMap { concept in
      guard !seen.insert(concept.id).inserted, let first = conceptsByID[concept.id] else {
        return nil
      }
      return VocabularyFinding(
        .duplicateID(concept.id, otherFile: first.file, otherLine: first.line), in: concept)
    }
  }

  private func missingTargets() -> [VocabularyFinding] {
    concepts.flatMap { concept in
      (concept.broader + concept.related).filter { conceptsByID[$0] == nil }
        .map { VocabularyFinding(.missingTarget($0), in: concept) }
    }
  }

  /// Each cycle once, at its first concept.
  private func cycles() -> [VocabularyFinding] {
    var walk = Walk()
    for concept in concepts { visit(concept.id, &walk) }
    return walk.cycles.compactMap { cycle in
      cycle.first.flatMap { conceptsByID[$0] }.map { VocabularyFinding(.cycle(cycle), in: $0) }
    }
  }

  private struct Walk {
    var path: [String] = []
    var done: Set<String> = []
    var cycles: [[String]] = []
  }

  private func visit(_ id: String, _ walk: inout Walk) {
    if let start = walk.path.firstIndex(of: id) {
      return walk.cycles.append(Array(walk.path[start...]))
    }
    guard !walk.done.contains(id), let concept = conceptsByID[id] else { return }
    walk.path.append(id)
    for broader in concept.broader { visit(broader, &walk) }
    walk.path.removeLast()
    walk.done.insert(id)
  }
}
