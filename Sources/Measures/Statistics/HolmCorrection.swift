/// Adjusts p-values for how many tests were made (S. Holm, *A Simple Sequentially Rejective
/// Multiple Test Procedure*, 1979).
package enum HolmCorrection {
  /// In the order given. Rejecting those below 0.05 wrongly rejects any at all in at most 5 % of
  /// families.
  ///
  ///     HolmCorrection.adjusted([0.01, 0.04, 0.03])  // [0.03, 0.06, 0.06]
  package static func adjusted(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var highest = 0.0
    let ascending = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    for (rank, index) in ascending.enumerated() {
      highest = max(highest, min(1, pValues[index] * Double(pValues.count - rank)))
      adjusted[index] = highest
    }
    return adjusted
  }
}
