import Analysis

/// Recognises in questions the terms that a collection's documents introduce.
struct DefinedTerms: Sendable {
  /// How much a short form counts beside the asker's long one (1): texts use the short one. And how
  /// much a long form counts beside the asker's short one, which finds most passages itself.
  private static let (shortFormWeight, longFormWeight) = (0.7, 0.35)

  /// A term's keys or its long form's, in the language of its passage.
  private struct Phrase {
    let term: Int
    let keys: [String]
    let isLongForm: Bool
  }

  private struct FirstKey: Hashable {
    let key: String
    let isNorwegian: Bool
  }

  private let terms: [DefinedTerm]
  private let phrases: [FirstKey: [Phrase]]
  private let writtenForms: WrittenForms

  init(_ index: any PassageIndex, writtenForms: WrittenForms) {
    terms = index.definedTerms
    self.writtenForms = writtenForms
    var phrases: [FirstKey: [Phrase]] = [:]
    for (position, term) in terms.enumerated() {
      let isNorwegian = index.passages.languages[term.passage.index].isNorwegian
      for (keys, isLongForm) in [(term.keys, false), (term.longKeys, true)] where !keys.isEmpty {
        phrases[FirstKey(key: keys[0], isNorwegian: isNorwegian), default: []].append(
          Phrase(term: position, keys: keys, isLongForm: isLongForm))
      }
    }
    self.phrases = phrases
  }

  /// The query with the terms that it has, and with the long forms of short ones or the other way
  /// round, each only in the documents that introduce it.
  func expand(_ query: AnalyzedQuery) -> AnalyzedQuery {
    guard !phrases.isEmpty else { return query }
    let analyzer = Analyzer()
    var query = query
    query.definedTerms = matches(in: query, by: analyzer)
    let known = Set(query.weightedStems.map { StemKey(stem: $0.stem, norwegian: $0.norwegian) })
    var added: [StemKey: CandidateFinder.WeightedStem] = [:]
    for match in query.definedTerms {
      for stem in stems(for: match, by: analyzer)
      where !known.contains(StemKey(stem: stem.stem, norwegian: stem.norwegian)) {
        added[stem.key, default: stem].documents?.insert(Int32(match.term.document))
      }
    }
    query.expansions += added.values.sorted { $0.key < $1.key }
    return query
  }

  /// The stems that a document has for the same thing.
  private func stems(
    for match: DefinedTermMatch, by analyzer: Analyzer
  ) -> [CandidateFinder.WeightedStem] {
    guard let counterpart = match.counterpart else { return [] }
    let content = Tokenizer().tokens(in: counterpart).filter { token in
      token.kind == .word && !FunctionWords.contains(token.form, in: match.language)
    }
    let first = match.isLongForm ? Self.shortFormWeight : Self.longFormWeight
    let weight = first / Double(max(content.count, 1)).squareRoot()
    return content.map { token in
      var stem = CandidateFinder.WeightedStem(
        stem: analyzer.analyze(token, language: match.language).stem, weight: weight,
        norwegian: match.language.isNorwegian)
      stem.documents = [Int32(match.term.document)]
      stem.isCounterpart = true
      return stem
    }
  }

  /// The terms whose words stand in a question one after another, function words apart.
  private func matches(
    in query: AnalyzedQuery, by analyzer: Analyzer
  ) -> [DefinedTermMatch] {
    let keys = PhraseKeys(by: analyzer, writtenForms)
    let content = query.sequence.filter { !query.terms[$0].isFunctionWord }
    return [true, false].flatMap { isNorwegian -> [DefinedTermMatch] in
      let language = isNorwegian ? Language.bokmål : .english
      let words = content.map { keys.key(of: query.terms[$0].form, in: language) }
      return words.indices.flatMap { start in
        (phrases[FirstKey(key: words[start], isNorwegian: isNorwegian)] ?? [])
          .filter { words[start...].starts(with: $0.keys) }
          .map { phrase in
            let term = terms[phrase.term]
            return DefinedTermMatch(
              term: term, language: language,
              isLongForm: phrase.isLongForm,
              positions: Set(content[start..<start + phrase.keys.count]))
          }
      }
    }
  }
}

/// A document's term found in a question.
package struct DefinedTermMatch: Sendable, Equatable {
  let term: DefinedTerm
  /// The language in which it was found: English or Norwegian.
  let language: Language
  /// Whether the question has the long form instead of the short one.
  let isLongForm: Bool
  /// The positions of the query terms that it covers.
  let positions: Set<Int>

  /// What the document says besides: the long form of a short one, or the other way round.
  var counterpart: String? { isLongForm ? term.term : term.longForm }
}
