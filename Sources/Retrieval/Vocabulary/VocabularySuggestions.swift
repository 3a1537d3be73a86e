package import Analysis
import Documents
import Foundation

/// Pairs of words that a vocabulary lacks, learnt from judged questions: a word that people ask
/// with, and words of the texts that answer.
package struct VocabularySuggestions {
  /// A judged question that the texts' answer was not found for, or found too far down.
  package struct Lesson: Sendable {
    package let id: String
    package let question: Question
    /// The texts that answer, verbatim.
    package let quotes: [String]

    package init(id: String, question: Question, quotes: [String]) {
      self.id = id
      self.question = question
      self.quotes = quotes
    }
  }

  /// A word of questions with the words of texts that may say the same.
  package struct Suggestion: Sendable, Equatable {
    package let word: String
    package let language: Language
    /// Best first, at most three.
    package let textWords: [String]
    package let textLanguage: Language
    /// The questions that it comes from.
    package let questions: [String]
  }

  private static let textWordLimit = 3

  private let index: any PassageIndex
  private let expander: QueryExpander
  private let analyzer = Analyzer()
  private let bm25 = BM25()

  package init(index: any PassageIndex, vocabulary: CompiledVocabulary) {
    self.index = index
    expander = QueryExpander(vocabulary)
  }

  /// The best `limit` suggestions: those that most questions bear out, rare words before common.
  package func suggestions(
    from lessons: [Lesson], limit: Int
  ) throws -> [Suggestion] {
    var pairs: [Pair: Evidence] = [:]
    for lesson in lessons {
      let query = expander.expand(QueryAnalyzer().analyze(lesson.question))
      let asked = query.contentTerms.filter { !$0.isUnit && $0.form.contains(where: \.isLetter) }
      for word in try answeringWords(of: lesson, beyond: query) {
        for term in asked {
          let pair = Pair(
            asked: term.norwegianStem, language: query.language, answer: word.stem,
            answerLanguage: word.language)
          pairs[pair, default: Evidence(asked: term.form, answer: word.form)].add(lesson.id)
        }
      }
    }
    return try suggestions(
      from: pairs.map { Scored($0.key, $0.value, try score($0.key, $0.value)) },
      limit: limit)
  }

  private struct Pair: Hashable {
    var asked: String
    var language: Language
    var answer: String
    var answerLanguage: Language
  }

  private struct Evidence {
    var asked: String
    var answer: String
    var questions: [String] = []

    mutating func add(_ id: String) { if questions.last != id { questions.append(id) } }
  }

  private struct Scored {
    var pair: Pair
    var evidence: Evidence
    var score: Double

    init(_ pair: Pair, _ evidence: Evidence, _ score: Double) {
      self.pair = pair
      self.evidence = evidence
      self.score = score
    }

    /// A total order.
    var key: (Double, String, String) { (-score, pair.asked, pair.answer) }
  }

  private struct AnsweringWord {
    var form: String
    var stem: String
    var language: Language
  }

  /// Content words of the quotes that the question doesn't lead to already.
  private func answeringWords(
    of lesson: Lesson, beyond query: AnalyzedQuery
  ) throws -> [AnsweringWord] {
    let known = Set(query.weightedStems.map(\.stem))
    var seen: Set<String> = []
    return lesson.quotes.flatMap { quote in
      let tokens = Tokenizer().tokens(in: quote)
      let language = LanguageIdentifier().language(of: tokens) ?? .bokmål
      return tokens.compactMap { token -> AnsweringWord? in
        let stem = analyzer.analyze(token, language: language).stem
        guard token.kind == .word, token.form.count > 2,
          !FunctionWords.contains(token.form, in: language), !known.contains(stem),
          seen.insert(stem).inserted
        else { return nil }
        return AnsweringWord(form: token.form, stem: stem, language: language)
      }
    }
  }

  private func score(
    _ pair: Pair, _ evidence: Evidence
  ) throws -> Double {
    // A word that people ask with and the texts lack needs an entry most.
    Double(evidence.questions.count) * (try rarity(pair.asked)) * (try rarity(pair.answer))
  }

  private func rarity(_ stem: String) throws -> Double {
    bm25.idf(
      documentFrequency: try index.postings(of: stem).documentFrequency,
      of: index.passages.count)
  }

  /// One suggestion for each word asked with, best first.
  private func suggestions(from scored: [Scored], limit: Int) -> [Suggestion] {
    let groups = Dictionary(grouping: scored.sorted { $0.key < $1.key }) {
      "\($0.pair.asked) \($0.pair.language) \($0.pair.answerLanguage)"
    }
    let best = groups.values.map { Array($0.prefix(Self.textWordLimit)) }
    return best.sorted { $0[0].key < $1[0].key }.prefix(limit).map { group in
      Suggestion(
        word: group[0].evidence.asked, language: group[0].pair.language,
        textWords: group.map(\.evidence.answer), textLanguage: group[0].pair.answerLanguage,
        questions: Set(group.flatMap(\.evidence.questions)).sorted())
    }
  }
}

extension VocabularySuggestions.Suggestion {
  /// The suggestion as an entry of a vocabulary file, for a person to correct.
  package func yaml(number: Int) -> String {
    let texts = textWords.joined(separator: ", ")
    let source = questions.prefix(5).joined(separator: ", ")
    let asked = "{\(language.rawValue): [\(word)]}"
    // Every concept needs Bokmål words: where the texts give none, the asker's word holds the place.
    let terms =
      textLanguage.isNorwegian
      ? ["nb: [\(texts)]"] : ["nb: [\(word)]", "en: [\(texts)]"]
    return
      (["  # \(source)", "  - id: suggestion-\(number)"]
      + (terms + ["lay: \(asked)"]).map { "    \($0)" }).joined(separator: "\n") + "\n"
  }
}
