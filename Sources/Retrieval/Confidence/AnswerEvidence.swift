/// What tells whether the best passage answers the question, each part between 0 and 1.
struct AnswerEvidence: Sendable, Equatable {
  /// What the question's words gave the passage in stage 1, as a share of the most they could.
  var wordShare = 0.0
  /// How far the best passage is ahead of the best of another document.
  var documentLead = 0.0
  /// How far it is ahead of the last passage shown.
  var listLead = 0.0
  /// The share of what the question says that the quoted sentence holds.
  var sentenceCoverage = 0.0
  /// The share of the question's names and numbers that the passage's document lacks.
  var missingNames = 0.0
  /// How strongly guides lead to the passage.
  var guide = 0.0
  /// How well the best guide matches that leads to texts elsewhere.
  var guideElsewhere = 0.0
  /// Content words of the question that none of the best passages holds, in the question's order.
  var uncoveredWords: [String] = []
}
