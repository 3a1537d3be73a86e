/// How long something took, many times.
struct Timings {
  let name: String
  private var milliseconds: [Double] = []

  init(_ name: String) { self.name = name }

  mutating func measure<Result>(_ work: () throws -> Result) rethrows -> Result {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    milliseconds.append((clock.now - start) / .milliseconds(1))
    return result
  }

  var count: Int { milliseconds.count }

  mutating func add(_ others: Timings) { milliseconds += others.milliseconds }

  /// The smallest time that at least this share of all did not exceed.
  func percentile(_ share: Double) -> Double {
    let sorted = milliseconds.sorted()
    let rank = (Double(sorted.count) * share).rounded(.up)
    return sorted.isEmpty ? 0 : sorted[max(0, min(sorted.count, Int(rank)) - 1)]
  }
}
