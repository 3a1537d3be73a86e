import HTTPTypes
import Hummingbird
import Logging

/// Counts and logs every response, by endpoint: neither paths, queries, bodies nor addresses, since
/// asking can reveal union membership.
struct ObservationMiddleware: RouterMiddleware {
  let metrics: ServerMetrics

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response = try await next(request, context)
    // Hummingbird numbers requests in the logger's metadata; a handler may keep none.
    response.headers[.requestID] = context.logger[metadataKey: "hb.request.id"]?.description
    let duration = ContinuousClock.now - start
    let endpoint = Endpoint(matching: request.uri.path)
    metrics.record(endpoint, request.method, response.status, duration: duration)
    context.logger.info(
      "answered",
      metadata: [
        "endpoint": "\(endpoint?.rawValue ?? "(none)")",
        "status": .stringConvertible(response.status.code),
        "duration_ms": .stringConvertible(Double(Int(duration / .microseconds(1))) / 1_000),
      ])
    return response
  }
}
