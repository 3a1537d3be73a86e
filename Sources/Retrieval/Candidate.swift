/// A passage that stage 1 found, with its score.
package struct Candidate: Sendable, Equatable {
  package let ordinal: PassageOrdinal
  package let score: Double

  package init(ordinal: PassageOrdinal, score: Double) {
    self.ordinal = ordinal
    self.score = score
  }

  /// The total order of every ranking: score descending, then position.
  package static func ranksBefore(_ left: Candidate, _ right: Candidate) -> Bool {
    left.score != right.score ? left.score > right.score : left.ordinal < right.ordinal
  }
}
