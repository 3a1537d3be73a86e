/// Ranks texts that weren't in force on the date asked about below those that were, and prefers
/// texts of a year that the question names.
struct TimeRanking {
  /// How much of its score a text loses that wasn't in force: enough to stand below every comparable
  /// one that was, not so much that what only an old text answers is lost among strangers.
  static let loss = 0.6
  /// What a text of the named year gains, as a share of the best score.
  static let gain = 0.1

  private let table: ForceTable
  private let date: PolicyDate?
  private let year: Int?

  /// `today` holds where the question asks as of no other day; nil where no clock is heeded.
  init(_ table: ForceTable, for question: Question, today: PolicyDate?) {
    self.table = table
    date = question.scope.asOf.flatMap { PolicyDate($0) } ?? today
    year = NamedYear.year(in: question.text)
  }

  func standing(of document: Int) -> Standing { table.standing(of: document, on: date) }

  /// The passages with their new scores, best first.
  func rank(_ passages: [RankedPassage], in index: any PassageIndex) -> [RankedPassage] {
    let best = passages.first?.score ?? 0
    return passages.map { passage in
      let document = Int(index.passages.documents[passage.ordinal.index])
      let isOfYear = year.map { table.isOf(year: $0, document) } ?? false
      var passage = passage
      if isOfYear {
        passage.parts.year = Self.gain * best
      } else if standing(of: document) != .inForce {
        passage.parts.standing = -Self.loss * passage.score
      }
      return passage
    }
    .sorted(by: RankedPassage.ranksBefore)
  }
}
