import CoreMetrics
import Foundation
import HTTPTypes
package import Metrics
import Retrieval

/// What the server counts: never what was asked, nor by whom.
package struct ServerMetrics: Sendable {
  private let factory: any MetricsFactory

  package init(factory: any MetricsFactory) { self.factory = factory }

  /// What each metric means.
  package static let help = [
    "tillit_request_duration_seconds": "Time from a request's head to its response.",
    "tillit_responses_total": "Responses by endpoint, method and status.",
    "tillit_answers_total": "Answers by whether the texts hold one.",
    "tillit_index_age_seconds": "Time since the index was built.",
    "tillit_index_passages": "Passages in the index.",
    "tillit_index_documents": "Documents in the index.",
    "tillit_index_refreshes_total": "Refreshes of the index by outcome.",
    "tillit_connections": "Open connections.",
  ]

  func record(
    _ endpoint: Endpoint?, _ method: HTTPRequest.Method, _ status: HTTPResponse.Status,
    duration: Duration
  ) {
    let name = endpoint?.rawValue ?? "(none)"
    let known = Self.knownMethods.contains(method) ? method.rawValue : "other"
    let labels = [("endpoint", name), ("method", known)]
    Timer(label: "tillit_request_duration_seconds", dimensions: labels, factory: factory)
      .recordNanoseconds(Int64(duration / .nanoseconds(1)))
    Counter(
      label: "tillit_responses_total", dimensions: labels + [("status", "\(status.code)")],
      factory: factory
    ).increment()
  }

  func count(_ status: Answer.Status) {
    Counter(
      label: "tillit_answers_total", dimensions: [("status", status.rawValue)], factory: factory
    ).increment()
  }

  func describe(_ served: ServedIndex, connections: Int, at now: Date) {
    set("tillit_index_age_seconds", now.timeIntervalSince(served.builtAt))
    set("tillit_index_passages", Double(served.index.passages.count))
    set("tillit_index_documents", Double(served.index.documents.count))
    set("tillit_connections", Double(connections))
  }

  /// Counts a refresh that was tried.
  package func countRefresh(succeeded: Bool) {
    Counter(
      label: "tillit_index_refreshes_total",
      dimensions: [("outcome", succeeded ? "succeeded" : "failed")], factory: factory
    ).increment()
  }

  private func set(_ label: String, _ value: Double) {
    Meter(label: label, factory: factory).set(value)
  }

  private static let knownMethods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .delete, .options, .patch, .trace, .connect,
  ]
}
