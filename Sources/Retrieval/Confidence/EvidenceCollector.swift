import Analysis
import Documents

/// Gathers the evidence for an answer.
struct EvidenceCollector {
  /// What of the question this many of the best passages hold together is covered.
  private static let coveringCount = 3

  let query: AnalyzedQuery
  let directions: Directions
  let index: any PassageIndex
  let vocabulary: CompiledVocabulary
  let bm25: BM25
  let weights: RescoringWeights
  let analyses: AnalysisCache

  /// `sentence` is the quote of the best passage, in bytes of its document.
  func evidence(
    for ranked: [FoldedPassage], sentence: Range<Int>, finder: CandidateFinder
  ) throws -> AnswerEvidence {
    guard let best = ranked.first else { return AnswerEvidence() }
    let parts = best.ranked.parts
    // A year tells the time, not the matter.
    let stems = query.weightedStems.filter { !NamedYear.isYear($0.stem) }
    let ceiling = try finder.ceiling(of: stems, language: query.language, in: index)
    let terms = try weightedTerms()
    var evidence = AnswerEvidence()
    evidence.wordShare = min(parts.stem / ceiling, 1)
    evidence.documentLead = Self.lead(
      of: best, over: ranked.first { $0.passage.document != best.passage.document })
    evidence.listLead = Self.lead(of: best, over: ranked.dropFirst().last)
    let words = Set(
      analyses.terms(of: best.passage, by: Analyzer())
        .filter { $0.range.overlaps(sentence) }.map(\.stem))
    evidence.sentenceCoverage = share(of: terms) { !$0.stems.isDisjoint(with: words) }
    evidence.missingNames = try share(of: terms) {
      try $0.isName && !isHeld($0, byDocument: best.passage.document)
    }
    let scale = max(ranked.map(\.ranked.parts.stem).max() ?? 0, 1)
    if weights.guide > 0 { evidence.guide = min(parts.guide / (weights.guide * scale), 1) }
    evidence.guideElsewhere =
      directions.guides.filter { $0.sourcesElsewhere != nil }.map(\.coverage).max() ?? 0
    evidence.uncoveredWords = try terms.filter { term in
      try !ranked.prefix(Self.coveringCount).contains { try isHeld(term, by: $0.passage) }
    }
    .map(\.form)
    return evidence
  }

  /// How far a score is above another, as a share of it: 1 above nothing, 0 where it isn't above.
  private static func lead(of best: FoldedPassage, over rival: FoldedPassage?) -> Double {
    guard let rival else { return 1 }
    guard best.ranked.score > 0 else { return 0 }
    return min(max(1 - rival.ranked.score / best.ranked.score, 0), 1)
  }

  /// A content word of the question with all stems by which the texts may hold it.
  private struct WeightedTerm {
    var form: String
    var weight: Double
    var stems: Set<String>
    var isName: Bool
  }

  private func weightedTerms() throws -> [WeightedTerm] {
    let names = Set(
      query.tokens.enumerated().filter { position, token in
        token.kind == .number && !NamedYear.isYear(token.form)
          || token.isCapitalized && position > 0
      }
      .map(\.element.form))
    return try query.terms.enumerated().filter { !$0.element.isFunctionWord && !$0.element.isUnit }
      .flatMap { position, term in
        guard term.parts.isEmpty else {
          return try term.parts.map { try weightedTerm($0, of: term) }
        }
        var stems = Set([term.norwegianStem, term.englishStem] + term.counterparts.map(\.stem))
        let found = try stems.map { try index.postings(of: $0).documentFrequency }.max() ?? 0
        for match in query.concepts where match.terms.contains(position) {
          let entry = vocabulary.entry(match.concept)
          stems.formUnion((entry.norwegian + entry.english).flatMap(\.self))
        }
        let weight = bm25.idf(documentFrequency: found, of: index.passages.count)
        return [
          WeightedTerm(
            form: term.form, weight: weight, stems: stems, isName: names.contains(term.form))
        ]
      }
  }

  /// A part of a compound says what it says alone.
  private func weightedTerm(_ part: QueryTerm.Part, of term: QueryTerm) throws -> WeightedTerm {
    let found = try index.postings(of: part.stem).documentFrequency
    return WeightedTerm(
      form: term.form,
      weight: bm25.idf(documentFrequency: found, of: index.passages.count), stems: [part.stem],
      isName: false)
  }

  private func share(
    of terms: [WeightedTerm], where holds: (WeightedTerm) throws -> Bool
  ) rethrows -> Double {
    let total = terms.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 0 }
    return try terms.reduce(0) { $0 + (try holds($1) ? $1.weight : 0) } / total
  }

  private func isHeld(_ term: WeightedTerm, by passage: IndexedPassage) throws -> Bool {
    try term.stems.contains { try index.postings(of: $0).contains(passage.ordinal) }
  }

  private func isHeld(_ term: WeightedTerm, byDocument document: Int) throws -> Bool {
    try term.stems.contains { stem in
      try index.postings(of: stem).ordinals.contains {
        Int(index.passages.documents[Int($0)]) == document
      }
    }
  }
}
