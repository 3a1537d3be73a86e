/// An interval for a mean difference, from resampling the questions with replacement (B. Efron and
/// R. J. Tibshirani, *An Introduction to the Bootstrap*, 1993, the percentile interval; for
/// retrieval, T. Sakai, *Evaluating evaluation metrics based on the bootstrap*, 2006).
package struct PairedBootstrap: Sendable {
  package var replicates = 10_000
  /// How often such intervals hold the true mean.
  package var confidence = 0.95
  package var seed: UInt64 = 1

  package init() {}

  /// The interval for the mean of one difference for each question; nil for none.
  package func interval(ofMean differences: [Double]) -> ClosedRange<Double>? {
    guard let first = differences.first else { return nil }
    if differences.allSatisfy({ $0 == first }) { return first...first }
    var generator = SplitMix64(seed: seed)
    var means: [Double] = []
    means.reserveCapacity(replicates)
    for _ in 0..<replicates {
      var sum = 0.0
      for _ in differences.indices {
        sum += differences[generator.position(below: differences.count)]
      }
      means.append(sum / Double(differences.count))
    }
    means.sort()
    let tail = Int((Double(replicates) * (1 - confidence) / 2).rounded(.down))
    return means[tail]...means[replicates - 1 - tail]
  }
}
