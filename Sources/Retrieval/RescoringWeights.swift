/// How much each part of stage 2 counts.
///
/// Chosen by forward selection on NorQuAD and SQuAD: +0.039 and +0.024 MRR@10 over stems with title
/// alone on held-out questions; halving or doubling any of them moves it by at most 0.002.
package struct RescoringWeights: Sendable, Equatable {
  /// BM25 over stems: stage 1's own score.
  package var stem = 1.0
  /// BM25 over words as written.
  package var exactWord = 0.3
  /// BM25 over trigrams within words: compounds and inflections.
  package var trigram = 0.2
  /// BM25 over pairs of neighbouring words.
  package var bigram = 0.2
  /// BM25 of the whole document.
  package var document = 0.5
  /// The best sentence's share of the query.
  package var sentence = 0.1

  package init() {}

  /// Stage 1 alone.
  package static let none: RescoringWeights = {
    var weights = RescoringWeights()
    (weights.exactWord, weights.trigram, weights.bigram) = (0, 0, 0)
    (weights.document, weights.sentence) = (0, 0)
    return weights
  }()
}
