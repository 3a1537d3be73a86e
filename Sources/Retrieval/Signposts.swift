import Analysis
import Documents

/// Finds what a question points to besides its words: provisions it names, provisions its concepts
/// are known to stand in, and provisions that a matching guide cites.
package struct Signposts: Sendable {
  private static let provisionDecay = [1.0, 0.6, 0.45, 0.35]
  private static let guideDecay = [1.0, 0.7, 0.5, 0.4, 0.3]
  /// How many guides are rescored, and how many of them are followed. With half as many pages again,
  /// 10 did better than 6 on all development questions by 0.01 nDCG@10; 15 and 20 no better.
  private static let guideCandidateLimit = 40
  private static let guideLimit = 10
  /// A guide that scores this much of all stems' best score in stage 1 is surely meant.
  private static let fullCoverage = 1.5
  /// Of the strength for the ledd that is named.
  private static let otherLeddShare = 0.6
  /// How much a passage counts, beside the nearest one, that lies in a section which a guide cites and
  /// has none of the guide's words. Chosen on the development questions over LO's texts, whose
  /// sections are long: nDCG@10 rose from 0.782 to 0.805; 0 to 0.5 differ little.
  private static let sectionShare = 0.3
  /// Where no ledd is named, a provision is read from its beginning, unless a later passage has much
  /// more of the question: each passage counts this much less than the one before it. Chosen on the
  /// development questions over acts: success@1 of references rose from 7 to 8 of 8; 0.06 to 0.15
  /// differ little.
  private static let laterPassageLoss = 0.1

  private let index: any PassageIndex
  private let vocabulary: CompiledVocabulary
  private let guides: (any PassageIndex)?
  private let parser: ReferenceParser
  /// The positions of guides that are documents of the collection themselves.
  private let shownGuides: Set<Int>
  /// The words of each document's title.
  private let titles: [Set<String>]
  /// The positions of documents by their short titles.
  private let shortTitles: [String: Int]
  /// The places of concepts' provisions, and where guides lead: looked up once.
  private let conceptPlaces = BoundedCache<Int, [[Directions.Place]]>(limit: .max)
  private let leads = BoundedCache<PassageOrdinal, Lead>(limit: .max)

  /// Where a guide leads, whatever is asked.
  private struct Lead {
    let guide: Directions.Guide
    /// The name of the guide's document.
    let title: String
    /// What it cites, in order.
    let places: [[Directions.Place]]
  }

  package init(
    index: any PassageIndex, vocabulary: CompiledVocabulary, guides: (any PassageIndex)?
  ) {
    self.index = index
    self.vocabulary = vocabulary
    self.guides = guides
    titles = index.documents.map { Set(Tokenizer().tokens(in: $0.title).map(\.form)) }
    shortTitles = Dictionary(
      index.documents.compactMap { document in
        document.metadata.shortTitle.map { ($0, document.position) }
      }, uniquingKeysWith: { first, _ in first })
    parser = ReferenceParser(
      names: ActNames(
        documents: index.documents, acts: vocabulary.acts, terms: index.definedTerms,
        includingAbsent: guides != nil))
    shownGuides = Set(
      index.documents.filter { $0.metadata.kind == "guide" }.map(\.position))
  }

  package func directions(
    for query: AnalyzedQuery, of question: Question, by finder: CandidateFinder,
    _ rescorer: Rescorer
  ) throws -> Directions {
    var directions = Directions()
    for reference in parser.references(in: question.text, context: .question) {
      let name = reference.label.description
      directions.add(.reference, name, strength: 1, to: try places(of: reference))
    }
    for match in query.concepts { try follow(match, in: &directions) }
    followDefinitions(askedBy: query, in: &directions)
    if let guides { try follow(guides, for: query, by: finder, rescorer, in: &directions) }
    return directions
  }

  /// A question what a word means is answered where a document defines it: in the document that the
  /// question names, if it names one.
  private func followDefinitions(askedBy query: AnalyzedQuery, in directions: inout Directions) {
    let words = query.sequence.map { query.terms[$0].form }
    guard !query.definedTerms.isEmpty, DialogueCues.contains(words, .defining) else { return }
    let (named, naming) = parser.documents(namedIn: query.tokens)
    let asked = query.sequence.filter { position in
      let term = query.terms[position]
      return !term.isFunctionWord && !naming.contains(term.form)
        && DialogueCues.count(.defining, in: [term.form]) == 0
    }
    for match in query.definedTerms where match.positions.isSuperset(of: asked) {
      guard named.isEmpty || named.contains(match.term.document) else { continue }
      let passage = match.term.passage.rawValue
      directions.add(
        Directions.Sign(source: .definition, name: match.term.term, strength: 1), to: passage)
      directions.definitions[passage] = match.term.start
    }
  }

  /// The documents that a question may name, by however short a name.
  func documents(namedIn question: Question) -> Set<Int> {
    parser.documents(namedIn: question.text, includingShort: true)
  }

  private func follow(_ match: ConceptMatch, in directions: inout Directions) throws {
    let sureness = match.weight * match.salience * (match.keyCount > 1 ? 1.0 : 0.7)
    let entry = vocabulary.entry(match.concept)
    let provisions = try conceptPlaces.value(for: match.concept) {
      try entry.provisions.prefix(Self.provisionDecay.count).map {
        try places(in: $0).flatMap(\.self)
      }
    }
    for (places, decay) in zip(provisions, Self.provisionDecay) {
      directions.add(
        .concept, entry.id, strength: sureness * decay * match.share, to: places)
    }
  }

  private func follow(
    _ guides: any PassageIndex, for query: AnalyzedQuery, by finder: CandidateFinder,
    _ rescorer: Rescorer, in directions: inout Directions
  ) throws {
    let query = query.withoutDocumentsTerms
    let stems = query.weightedStems
    let isOnSubject = try holders(of: query.contentStems, in: guides)
    let found = try finder.candidates(for: stems, in: guides, limit: Self.guideCandidateLimit)
      .filter { isOnSubject[$0.ordinal.index] }
    let ranked = try rescorer.rescore(found, for: query, in: guides)
    guard let best = ranked.first else { return }
    let ceiling =
      Self.fullCoverage * (try finder.ceiling(of: stems, language: query.language, in: guides))
    for item in ranked.prefix(Self.guideLimit) {
      let lead = try leads.value(for: item.ordinal) {
        try self.lead(of: try guides.passage(at: item.ordinal), in: guides, by: finder)
      }
      let nearness = item.score / best.score
      let coverage = min(item.score / ceiling, 1)
      let strength = coverage.squareRoot() * nearness * nearness
      directions.guides.append(lead.guide.covering(coverage))
      for (places, decay) in zip(lead.places, Self.guideDecay) {
        directions.add(.guide, lead.title, strength: strength * decay, to: places)
      }
    }
  }

  /// By passage: whether it holds any of some stems.
  private func holders(
    of stems: [CandidateFinder.WeightedStem], in guides: any PassageIndex
  ) throws -> [Bool] {
    var holds = [Bool](repeating: false, count: guides.passages.count)
    for stem in stems {
      for ordinal in try guides.postings(of: stem.stem).ordinals { holds[Int(ordinal)] = true }
    }
    return holds
  }

  private func lead(
    of passage: IndexedPassage, in guides: any PassageIndex, by finder: CandidateFinder
  ) throws -> Lead {
    let document = guides.documents[passage.document]
    let places = try places(citedBy: passage, of: document, by: finder)
    let heading = passage.sectionPath.last ?? document.title
    let asked = document.metadata.isAskedPage ? AskedHeading(heading) : nil
    let guide = Directions.Guide(
      topic: asked?.topic ?? heading, language: passage.language, sources: asked?.sources ?? "",
      coverage: 0,
      leadsHere: places.contains { !$0.isEmpty } || asked.map { isTitled($0.sources) } ?? false)
    return Lead(guide: guide, title: document.title, places: places)
  }

  /// Whether a document's title holds all words of a text's name.
  private func isTitled(_ name: String) -> Bool {
    let words = Set(Tokenizer().tokens(in: name).filter { $0.kind == .word }.map(\.form))
    return titles.contains { words.isSubset(of: $0) }
  }

  /// What a guide cites, in order; a page of questions cites in its headings.
  private func places(
    citedBy guide: IndexedPassage, of document: IndexedDocument, by finder: CandidateFinder
  ) throws -> [[Directions.Place]] {
    guard document.metadata.isAskedPage else { return try places(in: guide.text) }
    guard let heading = guide.sectionPath.last.flatMap(AskedHeading.init) else { return [] }
    let sections = try heading.sectionHeadings.map(passages(under:)).filter { !$0.isEmpty }
    let cited = try places(in: heading.sources)
    guard !sections.isEmpty else { return cited }
    let query = QueryExpander(vocabulary)
      .expand(QueryAnalyzer().analyze(Question("\(heading.topic). \(guide.text)")))
    let scores = try finder.scores(of: query.contentStems, in: index)
    return cited + sections.map { places(in: $0, by: scores) }
  }

  /// The passages of the sections with a heading, or of the document that goes by it.
  private func passages(under heading: String) throws -> [PassageOrdinal] {
    try shortTitles[heading].map(index.passages.ordinals) ?? index.passages(under: heading)
  }

  /// The passages of a section, those most that have the most of a guide's words by the scores of all
  /// passages. A heading that several documents have says less.
  private func places(
    in section: [PassageOrdinal], by scores: [Double]
  ) -> [Directions.Place] {
    let documents = Set(section.map { index.passages.documents[$0.index] })
    let best = max(section.map { scores[$0.index] }.max() ?? 0, .leastNormalMagnitude)
    return section.map { ordinal in
      let nearness = Self.sectionShare + (1 - Self.sectionShare) * scores[ordinal.index] / best
      return .init(ordinal: ordinal, share: nearness / Double(documents.count))
    }
  }

  /// The places of the provisions that a text of no document of the index names, in order.
  private func places(in text: String) throws -> [[Directions.Place]] {
    try parser.references(in: text, context: .document(ActNames.nowhere)).map(places)
  }

  private func places(of reference: ProvisionReference) throws -> [Directions.Place] {
    if let act = reference.absentAct { return try mentions(of: reference.label, in: act) }
    return index.provisions.entries(reference.label, in: reference.documents).flatMap { entry in
      zip(entry.ordinals, entry.ledd).enumerated().map { position, passage in
        let share =
          if let named = reference.ledd {
            passage.1?.contains(named) ?? false ? 1 : Self.otherLeddShare
          } else {
            max(1 - Self.laterPassageLoss * Double(position), Self.otherLeddShare)
          }
        return Directions.Place(ordinal: PassageOrdinal(rawValue: passage.0), share: share)
      }
    }
  }

  /// Where the collection's own guides tell of a provision of an act that it lacks; the more do, the
  /// less each says.
  private func mentions(
    of label: ProvisionLabel, in act: Int
  ) throws -> [Directions.Place] {
    guard !shownGuides.isEmpty else { return [] }
    let analyzer = Analyzer()
    let terms = analyzer.analyze(
      "\(vocabulary.acts[act].name) \(label)", language: .bokmål)
    let stems = terms.filter { $0.token.kind != .number }.map(\.stem)
    guard let first = stems.first else { return [] }
    let others = try stems.dropFirst().map { try index.postings(of: $0) }
    let found = try index.postings(of: first).ordinals.map(PassageOrdinal.init(rawValue:))
      .filter { ordinal in
        shownGuides.contains(Int(index.passages.documents[ordinal.index]))
          && others.allSatisfy { $0.contains(ordinal) }
      }
    let share = 1 / Double(found.count).squareRoot()
    return found.map { Directions.Place(ordinal: $0, share: share) }
  }
}
