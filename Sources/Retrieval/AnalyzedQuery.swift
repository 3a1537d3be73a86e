package import Analysis

/// A question as the index is asked it: terms with weights.
package struct AnalyzedQuery: Sendable, Equatable {
  /// The most terms that are looked up; further ones are left out.
  package static let termLimit = 64

  package let language: Language
  /// In the order of the question, each once.
  package let terms: [QueryTerm]

  /// Terms that stood next to each other in the question, in order.
  package let neighbours: [Neighbours]

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
  package let weight: Double

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
    let tokens = Tokenizer().tokens(in: question.text)
    let language = LanguageIdentifier().language(of: tokens) ?? .bokmål
    let analyzer = Analyzer()
    var known: [String: QueryTerm] = [:]
    var terms: [QueryTerm] = []
    var neighbours: [AnalyzedQuery.Neighbours] = []
    var previous: QueryTerm?
    for token in tokens where terms.count < AnalyzedQuery.termLimit {
      let term = known[token.form] ?? term(token, language, analyzer)
      if known.updateValue(term, forKey: token.form) == nil { terms.append(term) }
      guard token.kind != .unit else { continue }
      if let previous {
        neighbours.append(AnalyzedQuery.Neighbours(first: previous, second: term))
      }
      previous = term
    }
    return AnalyzedQuery(language: language, terms: terms, neighbours: neighbours)
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
