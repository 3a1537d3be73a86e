import CoreMetrics
import Synchronization

/// A number that only grows.
final class CounterValue: CounterHandler {
  private let total = Atomic<Int64>(0)

  var value: Int64 { total.load(ordering: .relaxed) }

  func increment(by amount: Int64) { total.wrappingAdd(amount, ordering: .relaxed) }
  func reset() { total.store(0, ordering: .relaxed) }
}

/// A number that is what it was last set to.
final class GaugeValue: MeterHandler, RecorderHandler {
  private let current = Mutex(0.0)

  var value: Double { current.withLock(\.self) }

  func set(_ value: Int64) { current.withLock { $0 = Double(value) } }
  func set(_ value: Double) { current.withLock { $0 = value } }
  func increment(by amount: Double) { current.withLock { $0 += amount } }
  func decrement(by amount: Double) { current.withLock { $0 -= amount } }
  func record(_ value: Int64) { set(value) }
  func record(_ value: Double) { set(value) }
}

/// How many values fell below each of `PrometheusMetrics.buckets`.
final class HistogramValue: TimerHandler, RecorderHandler {
  private struct State {
    var counts = [Int](repeating: 0, count: PrometheusMetrics.buckets.count)
    var count = 0
    var sum = 0.0
  }

  private let state = Mutex(State())

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    state.withLock { state in
      if let bucket = PrometheusMetrics.buckets.firstIndex(where: { value <= $0 }) {
        state.counts[bucket] += 1
      }
      state.count += 1
      state.sum += value
    }
  }

  func lines(named name: MetricName) -> [String] {
    let state = state.withLock(\.self)
    var cumulative = 0
    let buckets = zip(PrometheusMetrics.buckets, state.counts).map { bound, count in
      cumulative += count
      return "\(name.written(suffix: "_bucket", label: "le=\"\(bound)\"")) \(cumulative)"
    }
    return buckets + [
      "\(name.written(suffix: "_bucket", label: "le=\"+Inf\"")) \(state.count)",
      "\(name.written(suffix: "_sum")) \(state.sum)",
      "\(name.written(suffix: "_count")) \(state.count)",
    ]
  }
}
