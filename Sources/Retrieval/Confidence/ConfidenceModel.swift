import Foundation

/// Tells how sure an answer is, and whether to refuse it: two logistic regressions over a handful
/// of features (`AnswerEvidence`) and the collection's size.
///
/// The coefficients were fitted on the development questions over acts and over LO's policy, on
/// NorQuAD and on doc2dial, and on the same with half of the documents taken out, which makes
/// questions that the rest can't answer. For `answerable`, kinds of collections weigh the same
/// however many questions they have, and so do answerable and unanswerable questions; for `right`,
/// they weigh as the square root of how many they have.
package struct ConfidenceModel: Sendable, Equatable {
  /// Above 0 where the texts more probably answer than not, on a logarithmic scale.
  private static let answerable = Regression(
    intercept: -2.24, wordShare: 5.79, documentLead: 1.5, listLead: 0, sentenceCoverage: 0,
    missingNames: -4.33, guide: 4.05, guideElsewhere: -5.65, size: 2.11)
  /// The odds that the first passage is right.
  private static let right = Regression(
    intercept: -2.74, wordShare: 1.7, documentLead: 1.48, listLead: 2.95, sentenceCoverage: 0.67,
    missingNames: -0.12, guide: 0.17, guideElsewhere: -1.5, size: 0.84)

  /// Answers whose evidence is below this are refused; it grows as the collection shrinks.
  /// Nil for a collection too small to tell what is rare in it, of which nothing is refused.
  package let refusalThreshold: Double?
  /// Answers less sure than this are uncertain.
  package static let certainty = 0.35

  private let size: Double

  /// For a collection of so many passages, into which a share of the guides leads.
  package init(passageCount: Int, guidedShare: Double) {
    size = log(1 + Double(passageCount)) / 10
    refusalThreshold =
      passageCount < Self.leastCount
      ? nil : Self.baseThreshold + Self.guidance * guidedShare - Self.answerable.size * size
  }

  /// In passages.
  private static let leastCount = 50

  /// Of the evidence and the size together: of the development questions, all answerable lie above
  /// and 13 of 16 unanswerable below, over LO's policy (a guided share of 0.0) with the first,
  /// over acts (0.8) with both.
  private static let baseThreshold = -0.9
  private static let guidance = 1.9

  func refuses(_ evidence: AnswerEvidence) -> Bool {
    refusalThreshold.map { Self.answerable.odds(of: evidence, size: 0) < $0 } ?? false
  }

  /// The probability that the first passage answers, 0–1.
  func confidence(of evidence: AnswerEvidence) -> Double {
    1 / (1 + exp(-Self.right.odds(of: evidence, size: size)))
  }
}

/// What each feature adds to the logarithm of the odds.
private struct Regression: Equatable {
  let intercept: Double
  let wordShare: Double
  let documentLead: Double
  let listLead: Double
  let sentenceCoverage: Double
  let missingNames: Double
  let guide: Double
  let guideElsewhere: Double
  let size: Double

  func odds(of evidence: AnswerEvidence, size: Double) -> Double {
    let words =
      wordShare * evidence.wordShare + sentenceCoverage * evidence.sentenceCoverage
      + missingNames * evidence.missingNames
    let leads = documentLead * evidence.documentLead + listLead * evidence.listLead
    let guides = guide * evidence.guide + guideElsewhere * evidence.guideElsewhere
    return intercept + words + leads + guides + self.size * size
  }
}
