import HTTPTypes
import Hummingbird

/// Holds each client to its rate, and tells it how much is left. Probes and assets are free.
struct RateLimitMiddleware: RouterMiddleware {
  let limiter: RateLimiter?
  let identity: ClientIdentity

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let endpoint = Endpoint(matching: request.uri.path)
    guard let limiter, endpoint != .asset, endpoint?.isProbe != true else {
      return try await next(request, context)
    }
    let client = identity.key(of: request.headers, from: context.remoteAddress)
    let decision = limiter.decide(for: client, at: .now)
    let fields: HTTPFields = [
      .rateLimit: "\(limiter.limits.burst)",
      .rateLimitRemaining: "\(decision.remaining)",
      .rateLimitReset: "\(decision.secondsToFull)",
    ]
    guard decision.isAllowed else {
      var refusal = fields
      refusal[.retryAfter] = "\(decision.secondsToNext)"
      throw Problem(
        .tooManyRequests, "too many requests; try again in \(decision.secondsToNext) s",
        headers: refusal)
    }
    var response = try await next(request, context)
    response.headers.append(contentsOf: fields)
    return response
  }
}
