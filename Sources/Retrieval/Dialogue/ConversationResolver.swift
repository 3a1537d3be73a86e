import Analysis
import Documents
import Foundation

/// Carries into a question what it leaves out because it was said before.
struct ConversationResolver {
  // Chosen on doc2dial's and our development follow-ups, and on questions after an unrelated history,
  // which lose at most 0.008 nDCG@10.

  /// How much carried words count beside the question's own.
  private static let carriedWeight = 0.4
  /// Carried words that count less than this are left out.
  private static let leastWeight = 0.05
  /// From this probability on words are carried.
  private static let threshold = 0.2
  /// From this probability on what the conversation is about counts fully.
  private static let fullProbability = 0.4
  /// How much an earlier turn counts beside the one after it.
  private static let turnDecay = 0.8
  /// How many turns tell what the conversation is about.
  private static let turnLimit = 6

  struct Resolution {
    var query: AnalyzedQuery
    /// The words taken over, as they were written.
    var carried: [String]
    /// Whether the question is more likely to go on from the one before than not.
    var isFollowUp = false
    /// A passage shown before that the question points to.
    var shown: PassageID?
    /// By document: how strongly the conversation is about it.
    var documents: [Int: Double] = [:]
  }

  let index: any PassageIndex
  let finder: CandidateFinder

  func resolve(
    _ query: AnalyzedQuery, of question: Question, in conversation: Conversation
  ) throws -> Resolution {
    let words = query.sequence.map { query.terms[$0].form }
    var context = conversation
    if DialogueCues.starts(words, with: .correcting) { context = context.withoutLatestTurn }
    guard let turn = context.turns.last else { return Resolution(query: query, carried: []) }
    let shown = self.shown(by: words, in: turn)
    let probability = FollowUpModel.probability(
      try situation(of: query, words, question, after: turn))
    let isFollowUp = probability >= 0.5
    var resolution = Resolution(query: query, carried: [])
    if shown == nil, !isFollowUp || Self.standsAlone(words), try asksOnlyUnknown(query) {
      return resolution
    }
    if shown != nil || probability >= Self.threshold {
      // A turn without words of its own, such as "yes", is no step away from the one before it.
      resolution = carry(
        turn.query, into: query, weight: query.contentTerms.isEmpty ? 1 : Self.carriedWeight,
        dropping: conversation.dropped)
    }
    resolution.isFollowUp = shown != nil || isFollowUp
    resolution.shown = shown
    let sureness = min(1, probability / Self.fullProbability)
    resolution.documents = try documents(of: context).mapValues { $0 * sureness }
    return resolution
  }

  /// Whether the words are a whole question in which nothing points back: "what is X?".
  private static func standsAlone(_ words: [String]) -> Bool {
    let pointers: [DialogueCues.Kind] = [.referring, .pronoun]
    return DialogueCues.starts(words, with: .questionWord)
      && DialogueCues.count(.verb, in: words) > 0
      && !DialogueCues.starts(words, with: .opening)
      && !DialogueCues.starts(words, with: .askingAbout)
      && pointers.allSatisfy { DialogueCues.count($0, in: words) == 0 }
  }

  /// How much the conversation is about each document, 1 for the most: half by what was shown, half
  /// by how well its best passage matches all that was asked. What was shown alone would hold on to a
  /// first answer that later questions belie.
  private func documents(of conversation: Conversation) throws -> [Int: Double] {
    let shares = [Self.documentsShown(in: conversation), try documentsMatching(conversation)]
    let strengths = shares.reduce(into: [Int: Double]()) { strengths, share in
      let most = share.values.max() ?? 1
      strengths.merge(share.mapValues { $0 / most }, uniquingKeysWith: +)
    }
    let most = strengths.values.max() ?? 1
    return strengths.mapValues { $0 / most }
  }

  /// By how early the documents were shown in each answer, older turns less.
  private static func documentsShown(in conversation: Conversation) -> [Int: Double] {
    var strengths: [Int: Double] = [:]
    for (age, turn) in conversation.turns.reversed().prefix(turnLimit).enumerated() {
      for (document, share) in zip(turn.documents, [1, 0.5, 0.3]) {
        strengths[document, default: 0] += share * pow(turnDecay, Double(age))
      }
    }
    return strengths
  }

  /// By the square of the best passage's score for the words of all turns together, older ones less.
  private func documentsMatching(_ conversation: Conversation) throws -> [Int: Double] {
    var stems: [StemKey: CandidateFinder.WeightedStem] = [:]
    for (age, turn) in conversation.turns.reversed().prefix(Self.turnLimit).enumerated() {
      for var stem in turn.query.weightedStems {
        stem.weight *= pow(Self.turnDecay, Double(age))
        if stem.weight > stems[stem.key]?.weight ?? 0 { stems[stem.key] = stem }
      }
    }
    // Summed in a fixed order, so that the same conversation gives the same scores.
    let sorted = stems.values.sorted { $0.key < $1.key }
    let best = try bestScores(for: sorted).enumerated().filter { $0.element > 0 }
    return Dictionary(uniqueKeysWithValues: best.map { ($0.offset, $0.element * $0.element) })
  }

  /// By document: the best score of its passages.
  private func bestScores(for stems: [CandidateFinder.WeightedStem]) throws -> [Double] {
    var best = [Double](repeating: 0, count: index.documents.count)
    for (passage, score) in try finder.scores(of: stems, in: index).enumerated() {
      let document = Int(index.passages.documents[passage])
      best[document] = max(best[document], score)
    }
    return best
  }

  /// Whether the question has words of its own and the collection knows none of them: it asks about
  /// something that isn't here, and words carried into it would only hide that.
  private func asksOnlyUnknown(_ query: AnalyzedQuery) throws -> Bool {
    let content = query.contentTerms
    guard !content.isEmpty, query.concepts.isEmpty else { return false }
    return try content.flatMap(\.weightedStems).allSatisfy {
      try index.postings(of: $0.stem).documentFrequency == 0
    }
  }

  private func situation(
    of query: AnalyzedQuery, _ words: [String], _ question: Question,
    after turn: Conversation.Turn
  ) throws -> FollowUpModel.Situation {
    let content = query.contentTerms.filter { !$0.isUnit }
    let earlier = Set(turn.query.contentTerms.map(\.norwegianStem))
    return FollowUpModel.Situation(
      words: words, contentWordCount: content.count,
      conceptCount: Set(query.concepts.map(\.concept)).count,
      endsAsQuestion: question.text.last { !$0.isWhitespace } == "?",
      namesProvision: query.terms.contains { $0.form.hasPrefix("§") }
        || !Set(words).isDisjoint(with: ["paragraf", "artikkel", "section"]),
      coherence: try coherence(of: query, with: turn.documents),
      sharesWord: content.contains { earlier.contains($0.norwegianStem) })
  }

  /// The best score of the question's own words in the documents last shown, beside the best
  /// anywhere; 1 for a question without words of its own.
  private func coherence(of query: AnalyzedQuery, with documents: [Int]) throws -> Double {
    let scores = try bestScores(for: query.contentStems)
    // The texts may have been indexed anew, to fewer documents, since those were shown.
    let bestThere = documents.filter(scores.indices.contains).map { scores[$0] }.max() ?? 0
    guard let best = scores.max(), best > 0 else { return 1 }
    return bestThere / best
  }

  private func carry(
    _ earlier: AnalyzedQuery, into query: AnalyzedQuery, weight: Double,
    dropping dropped: Set<String>
  ) -> Resolution {
    var merged = query
    let own = Set(query.terms.map(\.norwegianStem))
    var carried: [String] = []
    for term in earlier.contentTerms where !own.contains(term.norwegianStem) {
      let termWeight = term.weight * weight
      guard termWeight >= Self.leastWeight, !dropped.contains(term.form) else { continue }
      var term = term
      term.weight = termWeight
      merged.terms.append(term)
      if !term.isUnit { carried.append(term.form) }
    }
    guard !carried.isEmpty else { return Resolution(query: query, carried: []) }
    let ownConcepts = Set(query.concepts.map(\.concept))
    for match in earlier.concepts where !ownConcepts.contains(match.concept) {
      var match = match
      match.weight *= weight
      merged.concepts.append(match)
    }
    let ownStems = Set(query.expansions.map(\.key))
    for expansion in earlier.expansions where !ownStems.contains(expansion.key) {
      var expansion = expansion
      expansion.weight *= weight
      merged.expansions.append(expansion)
    }
    return Resolution(query: merged, carried: carried)
  }

  /// A short question may point to a passage by its rank.
  private func shown(
    by words: [String], in turn: Conversation.Turn
  ) -> PassageID? {
    guard words.count <= 8, let rank = DialogueCues.shownRank(words) else { return nil }
    if rank == 0 { return turn.shown.last }
    return rank <= turn.shown.count ? turn.shown[rank - 1] : nil
  }
}
