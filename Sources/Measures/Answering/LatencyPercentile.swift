/// The time within which a percentage of questions were answered, in milliseconds, by nearest rank
/// (R. J. Hyndman and Y. Fan, *Sample Quantiles in Statistical Packages*, 1996, definition 1).
package struct LatencyPercentile: Measure {
  package let percentage: Int

  /// Must be between 1 and 100.
  package init(_ percentage: Int) {
    precondition((1...100).contains(percentage), "a percentage is between 1 and 100")
    self.percentage = percentage
  }

  package var name: String { "latency p\(percentage)" }

  package func value(over answers: [JudgedAnswer]) -> Double? {
    let latencies = answers.compactMap(\.entry.latency).sorted()
    guard !latencies.isEmpty else { return nil }
    return latencies[(latencies.count * percentage + 99) / 100 - 1]
  }
}
