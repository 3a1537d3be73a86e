import Analysis
import Documents

/// Holds a vocabulary against the texts that it should lead to.
struct CollectionCheck {
  private let index: any PassageIndex
  private let parser: ReferenceParser
  private let known: KnownActs
  private let analyzer = Analyzer()
  private let hasEnglish: Bool

  init(_ index: any PassageIndex, acts: [ActName]) {
    self.index = index
    parser = ReferenceParser(names: ActNames(documents: index.documents, acts: acts))
    known = KnownActs(acts)
    hasEnglish = index.passages.languages.contains(.english)
  }

  func findings(on concepts: [Concept]) throws -> [VocabularyFinding] {
    try concepts.flatMap { concept in
      let reasons = concept.provisions.compactMap(doubt) + (try doubts(aboutWordsOf: concept))
      return reasons.map { VocabularyFinding($0, in: concept) }
    }
  }

  private func doubt(about provision: String) -> VocabularyFinding.Reason? {
    guard known.names(provision) || resolves(provision) != nil else {
      return .unknownAct(provision)
    }
    return resolves(provision) == false ? .unresolvedProvision(provision) : nil
  }

  /// Whether the collection has the provision; nil where it lacks the whole act.
  private func resolves(_ provision: String) -> Bool? {
    guard
      let reference = parser.references(in: provision, context: .document(-1)).first,
      let documents = reference.documents, documents != [-1]
    else { return nil }
    return !index.provisions.entries(reference.label, in: documents).isEmpty
  }

  private func doubts(aboutWordsOf concept: Concept) throws -> [VocabularyFinding.Reason] {
    var held = 0
    var missing: [String] = []
    for language in Language.allCases {
      for term in concept.terms[language.rawValue] ?? [] {
        if try holds(term, in: language) {
          held += 1
        } else if language == .bokmål || language == .english && hasEnglish {
          missing.append(term)
        }
      }
    }
    if held == 0 { return concept.provisions.contains { resolves($0) == true } ? [] : [.dead] }
    return missing.isEmpty ? [] : [.missingWords(missing)]
  }

  /// Whether the collection has every content word of a term.
  private func holds(_ term: String, in language: Language) throws -> Bool {
    try analyzer.analyze(term, language: language)
      .filter { $0.token.kind != .unit && !FunctionWords.contains($0.token.form, in: language) }
      .allSatisfy { try index.postings(of: $0.stem).documentFrequency > 0 }
  }
}
