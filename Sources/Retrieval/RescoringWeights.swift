/// How much each part of stage 2 counts.
///
/// The parts of the text were chosen by forward selection on NorQuAD and SQuAD, their weights on
/// NorQuAD (+0.032 MRR@10 over stage 1 alone; with any of them a quarter smaller it falls by 0.002 at
/// most) such that doc2dial's questions fare no worse; what points to provisions, on the development
/// questions over acts and LO texts.
package struct RescoringWeights: Sendable, Equatable {
  /// BM25 over stems: stage 1's own score.
  package var stem = 1.0
  /// BM25 over words as written.
  package var exactWord = 0.1
  /// Trigrams within words, each by its share of its word: compounds and inflections.
  package var trigram = 0.15
  /// BM25 over pairs of neighbouring words, by how much rarer they are than the words.
  package var bigram = 0.45
  /// BM25 of the whole document.
  package var document = 0.4
  /// The best sentence's share of the query.
  package var sentence = 0.17
  /// A provision that the question names: enough to come before everything else.
  package var reference = 10.0
  /// A provision that the vocabulary names, as a share of the best score.
  package var concept = 0.9
  /// A provision that a matching guide cites, as a share of the best score. Beside the words' present
  /// weights 6 did a little better than 5 over acts and LO's policy, follow-ups most.
  package var guide = 6.0
  /// The definition of the word that is asked about, as a share of the best score. Of questions after
  /// the 178 terms that the acts define, 0.99 get the definition first; without it 0.30.
  package var definition = 9.0
  /// A document that the conversation is about, as a share of the best score. From 0.45 it raised
  /// success@5 of doc2dial's follow-ups from 0.720 to 0.733; beside the words' present weights 1 did
  /// better than 0.8 and 0.6 (nDCG@10 0.641, 0.638, 0.628).
  package var conversation = 1.0

  package init() {}

  /// Stage 1 alone.
  package static let none: RescoringWeights = {
    var weights = RescoringWeights()
    (weights.exactWord, weights.trigram, weights.bigram) = (0, 0, 0)
    (weights.document, weights.sentence) = (0, 0)
    (weights.reference, weights.concept) = (0, 0)
    (weights.guide, weights.definition) = (0, 0)
    return weights
  }()
}
