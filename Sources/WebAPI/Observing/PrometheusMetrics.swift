package import CoreMetrics
import Synchronization

/// Keeps metrics and writes them in Prometheus's text format (0.0.4).
///
/// Names, and the values of labels, come from the program and never from a request.
package final class PrometheusMetrics: MetricsFactory {
  /// Upper bounds of histograms, in seconds.
  static let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private struct Series {
    var counters: [MetricName: CounterValue] = [:]
    var gauges: [MetricName: GaugeValue] = [:]
    var histograms: [MetricName: HistogramValue] = [:]
  }

  private let series = Mutex(Series())
  /// What each metric means, by name.
  private let help: [String: String]

  package init(help: [String: String]) { self.help = help }

  package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series.withLock { $0.counters[MetricName(label, dimensions), orInsert: CounterValue()] }
  }

  package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series.withLock { $0.gauges[MetricName(label, dimensions), orInsert: GaugeValue()] }
  }

  package func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    series.withLock { series in
      aggregate
        ? series.histograms[MetricName(label, dimensions), orInsert: HistogramValue()]
        : series.gauges[MetricName(label, dimensions), orInsert: GaugeValue()]
          as any RecorderHandler
    }
  }

  package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series.withLock { $0.histograms[MetricName(label, dimensions), orInsert: HistogramValue()] }
  }

  /// Metrics live as long as the server.
  package func destroyCounter(_ handler: any CounterHandler) {}
  package func destroyMeter(_ handler: any MeterHandler) {}
  package func destroyRecorder(_ handler: any RecorderHandler) {}
  package func destroyTimer(_ handler: any TimerHandler) {}

  /// All metrics, in the order of their names and labels.
  package var text: String {
    let series = series.withLock(\.self)
    let lines =
      series.counters.map { ($0.key, "counter", ["\($0.key) \($0.value.value)"]) }
      + series.gauges.map { ($0.key, "gauge", ["\($0.key) \($0.value.value)"]) }
      + series.histograms.map { ($0.key, "histogram", $0.value.lines(named: $0.key)) }
    var text = ""
    var last: String?
    for (name, type, lines) in lines.sorted(by: { $0.0 < $1.0 }) {
      if name.name != last {
        if let meaning = help[name.name] { text += "# HELP \(name.name) \(meaning)\n" }
        text += "# TYPE \(name.name) \(type)\n"
      }
      last = name.name
      for line in lines { text += line + "\n" }
    }
    return text
  }
}

/// A metric's name with its labels, written as `name{label="value"}`.
struct MetricName: Hashable, Comparable, CustomStringConvertible {
  let name: String
  private let labels: [String]

  init(_ name: String, _ dimensions: [(String, String)]) {
    self.name = name
    labels = dimensions.map { "\($0)=\"\($1.metricEscaped)\"" }
  }

  var description: String { written(suffix: "") }

  /// With a suffix to the name, and one more label.
  func written(suffix: String, label: String? = nil) -> String {
    let all = labels + (label.map { [$0] } ?? [])
    return name + suffix + (all.isEmpty ? "" : "{\(all.joined(separator: ","))}")
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.name, left.description) < (right.name, right.description)
  }
}

extension String {
  fileprivate var metricEscaped: String {
    replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

extension Dictionary {
  /// The value for a key, put there if there was none.
  fileprivate subscript(key: Key, orInsert value: @autoclosure () -> Value) -> Value {
    mutating get {
      if let known = self[key] { return known }
      let new = value()
      self[key] = new
      return new
    }
  }
}
