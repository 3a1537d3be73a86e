/// How far two judges agree beyond chance (J. Cohen, *A Coefficient of Agreement for Nominal
/// Scales*, 1960).
package struct CohenKappa: Sendable, Equatable {
  /// How many items both judged.
  package let count: Int
  /// The share judged the same.
  package let observed: Double
  /// The share that would be by chance, given how often each judge uses each grade.
  package let expected: Double
  /// 1 for full agreement, 0 for no more than by chance; nil where both judges gave everything the
  /// same grade, which tells nothing.
  package var kappa: Double? { expected < 1 ? (observed - expected) / (1 - expected) : nil }

  /// Nil for no items.
  package init?(_ pairs: [(Int, Int)]) {
    guard !pairs.isEmpty else { return nil }
    let total = Double(pairs.count)
    count = pairs.count
    observed = Double(pairs.count { $0.0 == $0.1 }) / total
    let grades = Set(pairs.map(\.0)).union(pairs.map(\.1)).sorted()
    expected = grades.reduce(0) { sum, grade in
      let first = Double(pairs.count { $0.0 == grade }) / total
      let second = Double(pairs.count { $0.1 == grade }) / total
      return sum + first * second
    }
  }
}
