import Analysis
import Foundation

/// Tells whether a question goes on from the one before: a logistic model of what its words look
/// like and how it sits with the last answer.
///
/// Fitted on 320 pairs of our own (`Evaluation/followups.jsonl`, half of them follow-ups), and with
/// less weight on the development conversations and on questions after an unrelated history.
struct FollowUpModel {
  /// What the model needs to know besides the words.
  struct Situation {
    /// The question's words, folded, in order.
    var words: [String]
    var contentWordCount: Int
    var conceptCount: Int
    var endsAsQuestion: Bool
    var namesProvision: Bool
    /// How well the documents last shown match the question's own words, beside the best: 0–1.
    var coherence: Double
    /// Whether it shares a content word with the question before.
    var sharesWord: Bool
  }

  static let bias = -2.35

  /// Between 0 and 1; from 0.5 the question is a follow-up.
  static func probability(_ situation: Situation) -> Double {
    let z = features(of: situation).reduce(bias) { $0 + $1.weight * $1.value }
    return 1 / (1 + exp(-z))
  }

  static func features(of s: Situation) -> [(weight: Double, value: Double)] {
    let words = s.words
    func yes(_ condition: Bool) -> Double { condition ? 1 : 0 }
    let opens = DialogueCues.starts(words, with: .opening)
    let pronouns = min(DialogueCues.count(.pronoun, in: words), 2)
    let few = s.contentWordCount <= 2
    let startsAsQuestion = DialogueCues.starts(words, with: .questionWord)
    let startsAsStatement = !s.endsAsQuestion && DialogueCues.starts(words, with: .subject)
    return [
      (1.34, yes(DialogueCues.starts(words, with: .auxiliaryWithPronoun))),
      (1.69, yes(DialogueCues.count(.comparing, in: words) > 0)),
      (-1.03, yes(s.namesProvision)),
      (1.70, yes(DialogueCues.starts(words, with: .askingAbout))),
      (3.39, yes(opens)),
      (0.69, yes(DialogueCues.starts(words, with: .conditional))),
      (1.49, Double(min(DialogueCues.count(.referring, in: words), 2))),
      (0.90, Double(pronouns)),
      (1.38, yes(DialogueCues.ends(words, with: .closing))),
      (0.30, yes(DialogueCues.count(.verb, in: words) == 0)),
      (-1.57, yes(DialogueCues.contains(words, .switching))),
      (1.22, yes(s.contentWordCount == 0)),
      (1.25, yes(s.contentWordCount == 1)),
      (0.84, yes(s.contentWordCount == 2)),
      (-0.60, yes(s.contentWordCount >= 4)),
      (0.44, yes(words.count <= 3)),
      (0.65, yes(startsAsStatement)),
      (-1.00, yes(!s.endsAsQuestion)),
      (1.79, yes(s.conceptCount == 0)),
      (-0.84, yes(s.conceptCount >= 2)),
      (0.83, s.coherence),
      (-0.45, yes(s.coherence < 0.3)),
      (2.25, yes(s.sharesWord)),
      (1.12, yes(opens && few)),
      (1.57, yes(pronouns > 0 && few)),
      (-1.14, yes(pronouns > 0 && s.contentWordCount >= 4)),
      (-0.50, yes(pronouns > 0 && s.conceptCount == 0)),
      (-0.86, yes(startsAsQuestion && s.conceptCount >= 1)),
    ]
  }
}
