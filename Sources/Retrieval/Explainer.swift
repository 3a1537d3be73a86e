import Analysis

/// Tells, stage by stage and term by term, what a passage's score is made of.
struct Explainer {
  let query: AnalyzedQuery
  /// Words of the query that come from earlier questions.
  let carried: Set<String>
  let directions: Directions
  let index: any PassageIndex
  let vocabulary: CompiledVocabulary
  let bm25: BM25

  /// The parts add up to the passage's score; what gave nothing is left out.
  func explanation(of ranked: RankedPassage) throws -> Explanation {
    Explanation(
      parts: try ranked.parts.named.filter { $0.value != 0 }.map { name, value in
        Explanation.Part(name, value, parts: try details(of: name, value, for: ranked.ordinal))
      })
  }

  private func details(
    of name: String, _ value: Double, for ordinal: PassageOrdinal
  ) throws -> [Explanation.Part] {
    switch name {
    case ScoreParts.Name.stem: try terms(in: ordinal, together: value)
    case ScoreParts.Name.reference: signs(.reference, to: ordinal, together: value)
    case ScoreParts.Name.concept: signs(.concept, to: ordinal, together: value)
    case ScoreParts.Name.guide: signs(.guide, to: ordinal, together: value)
    case ScoreParts.Name.definition: signs(.definition, to: ordinal, together: value)
    default: []
    }
  }

  // MARK: Terms

  private func terms(
    in ordinal: PassageOrdinal, together total: Double
  ) throws -> [Explanation.Part] {
    let own = query.terms.flatMap { term in
      term.weightedStems.map { (name: name(of: term), stem: $0) }
    }
    let added = query.expansions.map { (name: name(of: $0), stem: $0) }
    let parts = try (own + added).map { name, stem in
      (name, try score(of: stem, in: ordinal))
    }
    return Self.shares(parts, of: total)
  }

  private func name(of term: QueryTerm) -> String {
    carried.contains(term.form) ? "\(term.form) (carried)" : term.form
  }

  /// An expansion with the concepts or the documents' terms that it stands for.
  private func name(of expansion: CandidateFinder.WeightedStem) -> String {
    if let documents = expansion.documents {
      let match = query.definedTerms.first {
        documents.contains(Int32($0.term.document)) && $0.counterpart != nil
      }
      return match.map { "\(expansion.stem) (\($0.term.term))" } ?? expansion.stem
    }
    var seen: Set<Int> = []
    let concepts = query.concepts.filter { seen.insert($0.concept).inserted }
      .map { vocabulary.entry($0.concept) }
      .filter { entry in
        let terms = expansion.norwegian == false ? entry.english : entry.norwegian
        return terms.contains { $0.contains(expansion.stem) }
      }
    let names = concepts.map(\.id).joined(separator: ", ")
    return names.isEmpty ? expansion.stem : "\(expansion.stem) (\(names))"
  }

  /// A stem's share of stage 1's score.
  private func score(
    of stem: CandidateFinder.WeightedStem, in ordinal: PassageOrdinal
  ) throws -> Double {
    let table = index.passages
    let postings = try index.postings(of: stem.stem)
    guard stem.counts(in: ordinal.index, of: table),
      let frequency = postings.frequency(in: ordinal)
    else { return 0 }
    let idf = bm25.idf(documentFrequency: postings.documentFrequency, of: table.count)
    let saturation = bm25.saturation(
      frequency: Double(frequency), length: Double(table.lengths[ordinal.index]),
      averageLength: table.averageLength)
    return stem.weight * idf * saturation
  }

  // MARK: Signs

  private func signs(
    _ source: Directions.Source, to ordinal: PassageOrdinal, together total: Double
  ) -> [Explanation.Part] {
    Self.shares(
      directions.signs(to: ordinal, from: source).map { ($0.name, $0.strength) }, of: total)
  }

  /// Parts in the given proportions that add up to a total.
  private static func shares(
    _ parts: [(name: String, value: Double)], of total: Double
  ) -> [Explanation.Part] {
    let sum = parts.reduce(0) { $0 + $1.value }
    guard sum > 0 else { return [] }
    return parts.filter { $0.value != 0 }
      .map { Explanation.Part($0.name, total * $0.value / sum) }
  }
}

extension PostingList {
  /// How often a passage holds the term; nil where it doesn't.
  fileprivate func frequency(in ordinal: PassageOrdinal) -> Int32? {
    var low = 0
    var high = ordinals.count
    while low < high {
      let middle = (low + high) / 2
      if ordinals[middle] < ordinal.rawValue { low = middle + 1 } else { high = middle }
    }
    return low < ordinals.count && ordinals[low] == ordinal.rawValue ? frequencies[low] : nil
  }
}
