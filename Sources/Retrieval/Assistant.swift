import Analysis
import Documents

/// Answers questions from an index: the one core behind the terminal, HTTP and evaluation.
package struct Assistant: Sendable {
  private static let suggestionLimit = 3

  package let index: any PassageIndex
  private let configuration: Configuration
  private let queryAnalyzer = QueryAnalyzer()
  private let speller: Speller
  private let expander: QueryExpander
  private let definedTerms: DefinedTerms
  private let signposts: Signposts
  private let everydayWords: EverydayWords
  private let candidateFinder: CandidateFinder
  private let rescorer: Rescorer
  package let vocabulary: CompiledVocabulary
  private let forceTable: ForceTable
  private let analyses = AnalysisCache()
  package let confidenceModel: ConfidenceModel

  package struct Configuration: Sendable {
    package var bm25 = BM25()
    /// How many passages stage 1 hands on. 100 did no better on any development set.
    package var candidateLimit = 70
    package var rescoring = RescoringWeights()
    /// How many passages an answer shows.
    package var answerLimit = 10
    /// The share of the pages of questions that lead into the collection (`GuidedShare`).
    package var guidedShare = 0.0
    /// The day on which questions are asked that name no other: texts not in force then rank lower
    /// and are marked. Nil heeds no clock, so that answers can be compared.
    package var today: @Sendable () -> PolicyDate? = { nil }

    package init() {}
  }

  /// `guides` are pages that are matched and followed to what they cite, but not shown.
  package init(
    index: any PassageIndex, vocabulary: CompiledVocabulary = CompiledVocabulary(),
    guides: (any PassageIndex)? = nil, configuration: Configuration = Configuration()
  ) {
    self.index = index
    self.vocabulary = vocabulary
    self.configuration = configuration
    speller = Speller(index: index, vocabulary: vocabulary, guides: guides)
    confidenceModel = ConfidenceModel(
      passageCount: index.passages.count, guidedShare: configuration.guidedShare)
    forceTable = ForceTable(documents: index.documents)
    expander = QueryExpander(vocabulary)
    definedTerms = DefinedTerms(index, writtenForms: vocabulary.writtenForms)
    everydayWords = EverydayWords(guides)
    signposts = Signposts(index: index, vocabulary: vocabulary, guides: guides)
    candidateFinder = CandidateFinder(bm25: configuration.bm25)
    rescorer = Rescorer(weights: configuration.rescoring, bm25: configuration.bm25)
  }

  /// Answers a question; `explaining` tells of each passage what its score is made of. Throws only
  /// what the index throws: finding nothing is an answer.
  package func answer(
    to question: Question, in conversation: Conversation = Conversation(),
    explaining: Bool = false
  ) throws -> Answer {
    var answer = try wholeAnswer(to: question, in: conversation, explaining: explaining)
    answer.parts = try partAnswers(to: question, in: conversation)
    return answer
  }

  /// The parts of a question one by one, each going on from those before it.
  private func partAnswers(
    to question: Question, in conversation: Conversation
  ) throws -> [Answer.Part] {
    var conversation = conversation
    return try QuestionParts.parts(of: question.text).map { text in
      let answer = try wholeAnswer(to: Question(text, scope: question.scope), in: conversation)
      conversation = answer.conversation
      return Answer.Part(text: text, status: answer.status, passage: answer.passages.first)
    }
  }

  private func wholeAnswer(
    to question: Question, in conversation: Conversation, explaining: Bool = false
  ) throws -> Answer {
    let spelt = try speller.correct(queryAnalyzer.analyze(question))
    let asked = definedTerms.expand(
      try expander.expand(spelt, rarity: everydayWords.rarity))
    let resolution = try ConversationResolver(index: index, finder: candidateFinder)
      .resolve(asked, of: question, in: conversation)
    let query = resolution.query
    let filter = try PassageFilter(query.syntax, scope: question.scope, in: index)
    var directions = try signposts.directions(
      for: query, of: question, by: candidateFinder, rescorer
    )
    .limited(to: filter)
    directions.conversation = resolution.documents
    let isUnderstood =
      try unknownWords(of: query).count < query.contentTerms.count || !query.expansions.isEmpty
      || !directions.isEmpty || !query.syntax.phrases.isEmpty
    let candidates =
      isUnderstood
      ? try candidateFinder.limited(to: filter).candidates(
        for: query.weightedStems, in: index, limit: configuration.candidateLimit,
        including: directions.ordinals) : []
    let time = TimeRanking(forceTable, for: question, today: configuration.today())
    let rescored = try rescorer.rescore(candidates, for: query, in: index, directed: directions)
    let ranked = time.rank(rescored, in: index)
    let shown = try DuplicateFolder(index: index).fold(ranked, limit: configuration.answerLimit)
    var cited = try cite(shown, for: query, directions, at: time)
    let evidence = try EvidenceCollector(
      query: query, directions: directions, index: index, vocabulary: vocabulary,
      bm25: configuration.bm25, weights: configuration.rescoring, analyses: analyses
    ).evidence(for: shown, sentence: cited.first?.quote ?? 0..<0, finder: candidateFinder)
    let confidence = confidenceModel.confidence(of: evidence)
    let status = status(
      of: shown, by: evidence, confidence, for: query,
      isNarrowed: question.scope.documents != nil || query.syntax.restricts)
    setConfidence(of: &cited, from: confidence)
    if explaining {
      let explainer = Explainer(
        query: query, carried: Set(resolution.carried), directions: directions, index: index,
        vocabulary: vocabulary, bm25: configuration.bm25)
      for (position, item) in shown.enumerated() {
        cited[position].explanation = try explainer.explanation(of: item.ranked)
      }
    }
    let turn = Conversation.Turn(
      question: question, query: query, isFollowUp: resolution.isFollowUp,
      shown: cited.map(\.passage.id),
      documents: cited.prefix(3).map(\.document.position))
    var interpretation = try interpretation(of: asked, as: resolution)
    if status == .notFound, !cited.isEmpty {
      interpretation.unknownWords = uncovered(evidence, of: asked)
    }
    if status != .answered {
      interpretation.elsewhere = directions.guides.first?.sourcesElsewhere
    }
    var answer = Answer(
      question: question, status: status, interpretation: interpretation,
      passages: status == .notFound ? [] : cited, conversation: conversation.adding(turn))
    if status == .notFound {
      answer.nearMisses = cited
    } else {
      answer.narrowing = NarrowingFinder(
        index: index, query: query, named: signposts.documents(namedIn: question),
        directions: directions
      ).narrowing(of: shown)
    }
    if status != .answered { answer.suggestions = suggestions(directions, for: query) }
    return answer
  }

  /// How a question was understood, itself and with what it carries on.
  private func interpretation(
    of asked: AnalyzedQuery, as resolution: ConversationResolver.Resolution
  ) throws -> Interpretation {
    var interpretation = Interpretation(language: resolution.query.language)
    interpretation.corrections = resolution.query.corrections
    interpretation.unknownWords = try unknownWords(of: asked)
    interpretation.concepts = concepts(of: resolution.query)
    interpretation.carried = resolution.carried
    return interpretation
  }

  /// What is named, defined as asked or quoted word by word, is found beyond doubt; who chose where to
  /// look wants to see what is there.
  private func status(
    of shown: [FoldedPassage], by evidence: AnswerEvidence, _ confidence: Double,
    for query: AnalyzedQuery, isNarrowed: Bool
  ) -> Answer.Status {
    guard let best = shown.first else { return .notFound }
    let isSure = best.ranked.parts.reference > 0 || best.ranked.parts.definition > 0
    if isSure || !query.syntax.phrases.isEmpty { return .answered }
    if !isNarrowed, confidenceModel.refuses(evidence) { return .notFound }
    return confidence < ConfidenceModel.certainty ? .uncertain : .answered
  }

  /// The model speaks of the first passage; the others are less sure as their scores are lower.
  private func setConfidence(of cited: inout [CitedPassage], from confidence: Double) {
    guard let best = cited.first?.score, best > 0 else { return }
    for position in cited.indices {
      cited[position].confidence = confidence * max(cited[position].score, 0) / best
    }
  }

  /// The question's own words, none carried over, that nothing found covers.
  private func uncovered(_ evidence: AnswerEvidence, of asked: AnalyzedQuery) -> [String] {
    let words = Set(evidence.uncoveredWords)
    return asked.contentTerms.map(\.form).filter(words.contains)
  }

  /// What the collection does tell of nearby.
  private func suggestions(_ directions: Directions, for query: AnalyzedQuery) -> [String] {
    var seen: Set<String> = []
    let near = directions.guides.filter { guide in
      guide.leadsHere && guide.language.isNorwegian == query.language.isNorwegian
    }
    return Array(near.map(\.topic).filter { seen.insert($0).inserted }.prefix(Self.suggestionLimit))
  }

  /// Stage 1 alone, for measurements.
  package func candidates(for question: Question, limit: Int) throws -> [Candidate] {
    try candidateFinder.candidates(
      for: queryAnalyzer.analyze(question).weightedStems, in: index, limit: limit)
  }

  /// The concepts by their names in the question's language, what documents have for the question's
  /// words, and the parts of compounds, each once.
  private func concepts(of query: AnalyzedQuery) -> [String] {
    let names = query.concepts.map { match in
      let entry = vocabulary.entry(match.concept)
      return entry.labels[query.language.rawValue] ?? entry.labels["nb"]
    }
    var seen: Set<String> = []
    let parts = query.terms.filter { !$0.parts.isEmpty }
      .map { $0.parts.map(\.form).joined(separator: " + ") }
    return (names + query.definedTerms.map(\.counterpart) + parts).compactMap(\.self)
      .filter { seen.insert($0.lowercased()).inserted }
  }

  /// Content words that neither the collection nor the vocabulary knows.
  private func unknownWords(of query: AnalyzedQuery) throws -> [String] {
    let understood = query.concepts.reduce(into: Set()) { $0.formUnion($1.terms) }
    return try query.terms.enumerated().filter { position, term in
      try !term.isFunctionWord && !understood.contains(position)
        && term.weightedStems.allSatisfy {
          try index.postings(of: $0.stem).documentFrequency == 0
        }
    }
    .map(\.element.form)
  }

  private func cite(
    _ shown: [FoldedPassage], for query: AnalyzedQuery, _ directions: Directions,
    at time: TimeRanking
  ) throws -> [CitedPassage] {
    let analyzer = Analyzer()
    var finders: [Language: QuoteFinder] = [:]
    let related = RelatedPlaces(index: index)
    var cited: [CitedPassage] = []
    for item in shown {
      let passage = item.passage
      let finder =
        try finders[passage.language]
        ?? QuoteFinder(query, language: passage.language, by: analyzer, analyses, idf: idf)
      finders[passage.language] = finder
      let (quote, highlights) = finder.quote(
        from: passage, around: directions.definitions[item.ranked.ordinal.rawValue])
      let document = index.documents[passage.document]
      cited.append(
        CitedPassage(
          rank: cited.count + 1, score: item.ranked.score,
          confidence: 0, passage: passage,
          document: document, quote: quote, quoteText: passage.text(in: quote),
          highlights: highlights,
          citation: Citation(of: passage, quote: quote, in: document),
          standing: time.standing(of: passage.document), alsoIn: item.others.map(related.link),
          refersTo: try related.references(from: passage),
          citedBy: try related.citations(of: passage)))
    }
    return cited
  }

  private func idf(_ stem: String) throws -> Double {
    configuration.bm25.idf(
      documentFrequency: try index.postings(of: stem).documentFrequency,
      of: index.passages.count)
  }
}

extension IndexedPassage {
  /// The passage's words in a byte range of the source text.
  package func text(in range: Range<Int>) -> String {
    let own = range.clamped(to: passage.range).shifted(by: -passage.range.lowerBound)
    return String(decoding: Array(text.utf8)[own], as: UTF8.self)
  }
}

extension Citation {
  init(of passage: IndexedPassage, quote: Range<Int>, in document: IndexedDocument) {
    self.init(
      documentName: document.citedName, provision: passage.provision,
      ledd: passage.ledd(at: quote.lowerBound), heading: passage.sectionPath.last,
      date: document.metadata.citedDate, line: passage.line, page: passage.page)
  }
}

extension IndexedPassage {
  /// The ledd at an offset, where the passage's provision has more than one.
  fileprivate func ledd(at offset: Int) -> Int? {
    leddRanges.count > 1 ? leddRanges.last { $0.range.lowerBound <= offset }?.number : nil
  }
}
