package import Analysis

/// A question as the index is asked it: terms with weights.
package struct AnalyzedQuery: Sendable, Equatable {
  /// The most terms that are looked up; further ones are left out.
  package static let termLimit = 64

  package let language: Language
  /// Nil where nothing in the question tells its language.
  package let detectedLanguage: Language?
  /// In the order of the question, each once.
  package var terms: [QueryTerm]
  /// The question's words in order, by their positions in `terms`; units are left out.
  package let sequence: [Int]
  /// What the terms were made from: the question's words and units, without its marks.
  package var tokens: [Token] = []
  package var syntax = QuerySyntax()
  package var corrections: [Interpretation.Correction] = []
  /// What the vocabulary recognised.
  package var concepts: [ConceptMatch] = []
  /// The terms that it has of those that documents introduce.
  var definedTerms: [DefinedTermMatch] = []
  /// The texts' words for those concepts and terms.
  package var expansions: [CandidateFinder.WeightedStem] = []

  /// Terms that stood next to each other in the question, in order.
  package var neighbours: [Neighbours] {
    zip(sequence, sequence.dropFirst()).map {
      Neighbours(first: terms[$0], second: terms[$1])
    }
  }

  /// The asker's words and the expansions.
  package var weightedStems: [CandidateFinder.WeightedStem] {
    terms.flatMap(\.weightedStems) + expansions
  }

  /// The same without function words.
  package var contentStems: [CandidateFinder.WeightedStem] {
    contentTerms.flatMap(\.weightedStems) + expansions
  }

  /// The query as another collection is asked it: without what only some documents say.
  var withoutDocumentsTerms: AnalyzedQuery {
    var query = self
    query.expansions.removeAll { $0.documents != nil }
    return query
  }

  package struct Neighbours: Sendable, Equatable {
    package let first: QueryTerm
    package let second: QueryTerm
  }

  package var contentTerms: [QueryTerm] { terms.filter { !$0.isFunctionWord } }
}

/// A word of a question with its stems.
package struct QueryTerm: Sendable, Equatable {
  /// Folded, as the asker wrote it.
  package let form: String
  package let norwegianStem: String
  package let englishStem: String
  package let isFunctionWord: Bool
  /// Whether it is a whole made of parts that are terms too, such as `§15-3`.
  package let isUnit: Bool
  package var weight: Double
  /// The stems by which the other written form of Norwegian holds the word.
  package var counterparts: [Counterpart] = []
  /// The words of the texts that a compound consists of which no text has.
  var parts: [Part] = []

  struct Part: Sendable, Equatable {
    let form: String
    let stem: String
    let weight: Double
  }

  /// A stem that stands in for the word's own.
  package struct Counterpart: Sendable, Equatable {
    package let stem: String
    package let weight: Double
  }

  /// The stem by which passages of a language hold the word.
  package func stem(in language: Language) -> String {
    language.isNorwegian ? norwegianStem : englishStem
  }
}

/// Analyses questions.
package struct QueryAnalyzer: Sendable {
  /// How much kinds of words count. Chosen on NorQuAD and SQuAD (halving or doubling any of them
  /// moves MRR@10 by at most 0.002).
  package struct Weights: Sendable, Equatable {
    package var content = 1.0
    package var functionWord = 0.3
    package var number = 1.5

    package init() {}
  }

  private let weights: Weights

  package init(weights: Weights = Weights()) { self.weights = weights }

  package func analyze(_ question: Question) -> AnalyzedQuery {
    let syntax = QuerySyntax(question.text)
    return analyze(syntax.searched(Tokenizer().tokens(in: question.text)), syntax: syntax)
  }

  /// Analyses a question's tokens, as they are or corrected.
  func analyze(_ tokens: [Token], syntax: QuerySyntax) -> AnalyzedQuery {
    let detected = LanguageIdentifier().language(of: tokens)
    let language = detected ?? .bokmål
    let analyzer = Analyzer()
    var positions: [String: Int] = [:]
    var terms: [QueryTerm] = []
    var sequence: [Int] = []
    for token in tokens where terms.count < AnalyzedQuery.termLimit {
      let position = positions[token.form] ?? terms.count
      if positions.updateValue(position, forKey: token.form) == nil {
        terms.append(term(token, language, analyzer))
      }
      if token.kind != .unit { sequence.append(position) }
    }
    return AnalyzedQuery(
      language: language, detectedLanguage: detected, terms: terms, sequence: sequence,
      tokens: tokens, syntax: syntax)
  }

  private func term(_ token: Token, _ language: Language, _ analyzer: Analyzer) -> QueryTerm {
    let isFunctionWord =
      token.kind == .word && FunctionWords.contains(token.form, in: language)
    let weight =
      switch token.kind {
      case .word: isFunctionWord ? weights.functionWord : weights.content
      case .number, .unit: weights.number
      }
    return QueryTerm(
      form: token.form,
      norwegianStem: analyzer.analyze(token, language: .bokmål).stem,
      englishStem: analyzer.analyze(token, language: .english).stem,
      isFunctionWord: isFunctionWord, isUnit: token.kind == .unit, weight: weight)
  }
}
