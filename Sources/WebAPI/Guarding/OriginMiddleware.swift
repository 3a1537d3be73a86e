import HTTPTypes
import Hummingbird

/// Refuses requests that change or send something when another site's page made them: by
/// `Sec-Fetch-Site`, else by comparing `Origin` with the host (as Go's `CrossOriginProtection`).
///
/// Programs send neither header and are let through.
struct OriginMiddleware: RouterMiddleware {
  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    let isSafe = [.get, .head, .options].contains(request.method)
    guard isSafe || isFromOwnPage(request) else {
      throw Problem(.forbidden, "the request comes from another site's page")
    }
    return try await next(request, context)
  }

  private func isFromOwnPage(_ request: Request) -> Bool {
    if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
    guard let origin = request.headers[.origin] else { return true }
    let authority = origin.split(separator: "/", omittingEmptySubsequences: false)
    guard authority.count == 3, authority[0] == "http:" || authority[0] == "https:" else {
      return false
    }
    return HostName(authority: String(authority[2]))
      == request.head.authority.flatMap(HostName.init(authority:))
  }
}
