import Analysis
import Documents
import Foundation

/// Carries into a question what it leaves out because it was said before.
struct ConversationResolver {
  /// How much carried words count beside the question's own.
  private static let carriedWeight = ProcessInfo.processInfo.environment["C_W"].flatMap(Double.init) ?? 0.6
  private static let leastWeight = 0.12

  struct Resolution {
    var query: AnalyzedQuery
    /// The words taken over, as they were written.
    var carried: [String]
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
    if ProcessInfo.processInfo.environment["C_DUMP"] != nil {
      FileHandle.standardError.write(Data("FEAT\t\(question.text)\t\(probability)\n".utf8))
    }
    var documents: [Int: Double] = [:]
    for (d, decay) in zip(turn.documents, [1, 0.5, 0.3]) { documents[d, default: 0] += probability * decay }
    guard shown != nil || probability >= Self.thr else {
      return Resolution(query: query, carried: [], documents: documents)
    }
    let w = probability >= 0.5 ? 1 : Self.weak
    var r = carry(turn.query, into: query, dropping: conversation.dropped, shown: shown, w: w)
    r.documents = documents
    return r
  }
  static let thr = ProcessInfo.processInfo.environment["C_T"].flatMap(Double.init) ?? 0.5
  static let weak = ProcessInfo.processInfo.environment["C_WEAK"].flatMap(Double.init) ?? 0.3

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
    let scores = try finder.scores(of: query.contentStems, in: index)
    var best = 0.0
    var bestThere = 0.0
    for (passage, score) in scores.enumerated() {
      best = max(best, score)
      if documents.contains(Int(index.passages.documents[passage])) {
        bestThere = max(bestThere, score)
      }
    }
    return best > 0 ? bestThere / best : 1
  }

  private func carry(
    _ earlier: AnalyzedQuery, into query: AnalyzedQuery, dropping dropped: Set<String>,
    shown: PassageID?, w: Double
  ) -> Resolution {
    var merged = query
    let own = Set(query.terms.map(\.norwegianStem))
    var carried: [String] = []
    for term in earlier.contentTerms where !own.contains(term.norwegianStem) {
      let weight = term.weight * Self.carriedWeight * w
      guard weight >= Self.leastWeight, !dropped.contains(term.form) else { continue }
      var term = term
      term.weight = weight
      merged.terms.append(term)
      if !term.isUnit { carried.append(term.form) }
    }
    guard !carried.isEmpty else {
      return Resolution(query: query, carried: [], shown: shown)
    }
    let ownConcepts = Set(query.concepts.map(\.concept))
    for match in earlier.concepts where !ownConcepts.contains(match.concept) {
      var match = match
      match.weight *= Self.carriedWeight
      merged.concepts.append(match)
    }
    let ownStems = Set(query.expansions.map(\.key))
    for expansion in earlier.expansions where !ownStems.contains(expansion.key) {
      var expansion = expansion
      expansion.weight *= Self.carriedWeight
      merged.expansions.append(expansion)
    }
    return Resolution(query: merged, carried: carried, shown: shown)
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
