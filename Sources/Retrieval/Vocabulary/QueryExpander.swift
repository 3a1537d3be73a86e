import Analysis
import Foundation

/// Adds the texts' words for the concepts that a question names.
package struct QueryExpander: Sendable {
  /// How much a concept's words count beside the asker's own (1).
  package struct Weights: Sendable, Equatable {
    /// The concept's best word when the asker used a lay phrase.
    package var lay = 0.7
    /// The same when the asker used a word of the texts.
    package var term = 0.35
    /// Each further word of the concept counts this much of the one before it.
    package var decay = 0.8
    /// How many words of a concept are added in each language.
    package var limit = 5
    /// The same word in the other written form of Norwegian, as a share of the asker's own.
    package var counterpart = 0.9

    package init() {}

    /// A concept counts fully whose words say this much of the question, or more.
    package var fullShare = 0.3

    /// How much a concept counts whose words say a share (0–1) of the question.
    func salience(_ share: Double) -> Double { min(1, share / fullShare).squareRoot() }
  }

  private let vocabulary: CompiledVocabulary
  private let weights: Weights

  package init(_ vocabulary: CompiledVocabulary, weights: Weights = Weights()) {
    self.vocabulary = vocabulary
    self.weights = weights
  }

  /// The query with its concepts and their words.
  package func expand(_ query: AnalyzedQuery) -> AnalyzedQuery { expand(query) { _ in 1 } }

  /// The query with its concepts and their words. `rarity` tells how much a word says (0–1): what
  /// is recognised in words that say little beside the others counts less.
  package func expand(
    _ query: AnalyzedQuery, rarity: (QueryTerm) throws -> Double
  ) rethrows -> AnalyzedQuery {
    let query = withCounterparts(query)
    guard vocabulary.conceptCount > 0 else { return query }
    let words = query.sequence.map { (form: query.terms[$0].form, term: $0) }
    let said = try query.terms.map { $0.isFunctionWord || $0.isUnit ? 0 : try rarity($0) }
    let total = said.reduce(0, +)
    let matches = ConceptMatcher(vocabulary, language: query.detectedLanguage)
      .matches(in: words, by: Analyzer())
      .map { match in
        var match = match
        let share = total > 0 ? match.terms.reduce(0) { $0 + said[$1] } / total : 1
        match.salience = weights.salience(share)
        return match
      }
    var expanded = query
    expanded.concepts = matches
    expanded.expansions = expansions(for: matches, of: query)
    return expanded
  }

  /// The query with its words in the other written form of Norwegian.
  private func withCounterparts(_ query: AnalyzedQuery) -> AnalyzedQuery {
    guard query.detectedLanguage != .english else { return query }
    let analyzer = Analyzer()
    var query = query
    for (position, term) in query.terms.enumerated() where !term.isFunctionWord && !term.isUnit {
      query.terms[position].counterparts +=
        vocabulary.writtenForms
        .counterparts(of: term.form, stem: term.norwegianStem, by: analyzer)
        .map { .init(stem: $0, weight: term.weight * weights.counterpart) }
    }
    return query
  }

  private func expansions(
    for matches: [ConceptMatch], of query: AnalyzedQuery
  ) -> [CandidateFinder.WeightedStem] {
    let own = Set(query.terms.filter { !$0.isFunctionWord }.flatMap(\.weightedStems).map(\.key))
    var best: [StemKey: Double] = [:]
    for match in matches {
      let entry = vocabulary.entry(match.concept)
      for (terms, norwegian) in [(entry.norwegian, true), (entry.english, false)] {
        // The asker's own word finds the texts only in its own language.
        let isFoundAnyway = match.isTerm && query.language.isNorwegian == norwegian
        let first =
          (isFoundAnyway ? weights.term : weights.lay) * match.share.squareRoot()
          * match.salience
        for (rank, stems) in terms.prefix(weights.limit).enumerated() {
          let weight = first * pow(weights.decay, Double(rank)) / Double(stems.count).squareRoot()
          for stem in stems {
            let key = StemKey(stem: stem, norwegian: norwegian)
            let isOwn = own.contains(key) || own.contains(StemKey(stem: stem, norwegian: nil))
            if !isOwn { best[key] = max(best[key] ?? 0, weight) }
          }
        }
      }
    }
    return best.map { .init(stem: $0.key.stem, weight: $0.value, norwegian: $0.key.norwegian) }
      .sorted { $0.key < $1.key }
  }
}

/// A stem as it counts in one of the stemmers' languages.
struct StemKey: Hashable, Comparable {
  let stem: String
  let norwegian: Bool?
  /// Whether it counts in some documents only.
  var isLimited = false

  static func < (one: StemKey, other: StemKey) -> Bool {
    (one.stem, one.order) < (other.stem, other.order)
  }

  private var order: Int { (norwegian.map { $0 ? 0 : 1 } ?? 2) + (isLimited ? 3 : 0) }
}

extension CandidateFinder.WeightedStem {
  var key: StemKey { StemKey(stem: stem, norwegian: norwegian, isLimited: documents != nil) }
}
