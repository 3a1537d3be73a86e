import HTTPTypes
import Hummingbird

/// Lets in only those on the access list, where there is one. Probes are open.
struct AccessMiddleware: RouterMiddleware {
  let accessList: AccessList?

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    guard let accessList, Endpoint(matching: request.uri.path)?.isProbe != true else {
      return try await next(request, context)
    }
    guard let authorization = request.headers[.authorization], accessList.admits(authorization)
    else {
      throw Problem(
        .unauthorized, "a name and secret, or a bearer token, is needed",
        headers: [.wwwAuthenticate: "Basic realm=\"Tillit\", charset=\"UTF-8\", Bearer"])
    }
    return try await next(request, context)
  }
}
