import HTTPTypes
import Hummingbird

/// Sends with every response the headers that keep a browser from doing more than the page needs.
struct SecurityHeadersMiddleware: RouterMiddleware {
  /// Whether browsers are told to come back by TLS only.
  let usesTLS: Bool

  /// The page loads its own style and script and nothing else. `same-origin` and not `no-referrer`:
  /// the latter makes browsers send `Origin: null` with the page's own forms.
  private static let fields: HTTPFields = [
    .contentSecurityPolicy:
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    .xContentTypeOptions: "nosniff",
    .frameOptions: "DENY",
    .referrerPolicy: "same-origin",
    .permissionsPolicy: "camera=(), geolocation=(), microphone=()",
    .openerPolicy: "same-origin",
    .resourcePolicy: "same-origin",
  ]

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    for field in Self.fields { response.headers[field.name] = field.value }
    if usesTLS { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}
