import HTTPTypes
import Hummingbird

/// Answers OPTIONS, and refuses methods that a path doesn't have, with what it has.
struct MethodMiddleware: RouterMiddleware {
  /// In bytes, of path and query.
  static let targetLimit = 4_096

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard request.uri.string.utf8.count <= Self.targetLimit else {
      throw Problem(.uriTooLong, "the request's address is longer than 4,096 bytes; use POST")
    }
    guard let endpoint = Endpoint(matching: request.uri.path) else {
      throw Problem.notFound("there is nothing here; see /openapi.json")
    }
    let allow: HTTPFields = [.allow: endpoint.allowedMethods]
    if request.method == .options { return Response(status: .noContent, headers: allow) }
    guard endpoint.methods.contains(request.method) else {
      throw Problem(
        .methodNotAllowed, "the path answers \(endpoint.allowedMethods)", headers: allow)
    }
    return try await next(request, context)
  }
}
