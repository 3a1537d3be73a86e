/// How often a mean difference as large would come about if the two systems' answers had been
/// swapped question by question at random: Fisher's randomisation test (M. D. Smucker,
/// J. Allan and B. Carterette, *A Comparison of Statistical Significance Tests for Information
/// Retrieval Evaluation*, 2007).
package struct RandomizationTest: Sendable {
  /// What is looked for.
  package enum Alternative: Sendable {
    /// A difference either way.
    case different
    /// A fall; a rise is no news.
    case lower
  }

  package var replicates = 10_000
  package var seed: UInt64 = 1
  package var alternative = Alternative.different

  package init() {}

  /// With this many questions or fewer that differ, every way of swapping is counted.
  static let exactLimit = 13

  /// The p-value of one difference for each question; 1 where nothing differs.
  package func pValue(of differences: [Double]) -> Double {
    let differences = differences.filter { $0 != 0 }
    guard !differences.isEmpty else { return 1 }
    let observed = extremity(of: differences.reduce(0, +)) - 1e-9
    return differences.count <= Self.exactLimit
      ? exactShare(of: differences, atLeast: observed)
      : sampledShare(of: differences, atLeast: observed)
  }

  private func extremity(of sum: Double) -> Double {
    switch alternative {
    case .different: abs(sum)
    case .lower: -sum
    }
  }

  private func exactShare(of differences: [Double], atLeast observed: Double) -> Double {
    let ways = 1 << differences.count
    let extreme = (0..<ways).count { signs in
      let sum = differences.indices.reduce(0.0) { sum, index in
        signs >> index & 1 == 0 ? sum + differences[index] : sum - differences[index]
      }
      return extremity(of: sum) >= observed
    }
    return Double(extreme) / Double(ways)
  }

  /// Counts the observed one too, so that no p-value is 0 (B. Phipson and G. K. Smyth,
  /// *Permutation p-values should never be zero*, 2010).
  private func sampledShare(of differences: [Double], atLeast observed: Double) -> Double {
    var generator = SplitMix64(seed: seed)
    var extreme = 0
    for _ in 0..<replicates {
      var sum = 0.0
      var signs: UInt64 = 0
      for (index, difference) in differences.enumerated() {
        if index % 64 == 0 { signs = generator.next() }
        sum += signs & 1 == 0 ? difference : -difference
        signs >>= 1
      }
      if extremity(of: sum) >= observed { extreme += 1 }
    }
    return Double(extreme + 1) / Double(replicates + 1)
  }
}
