import HTTPTypes
import Hummingbird

/// Leaves out the body of responses to HEAD, and marks the bodies that are worth compressing.
struct ResponseShapeMiddleware: RouterMiddleware {
  /// In bytes: smaller bodies would hardly shrink.
  static let compressionThreshold = 1_024

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    if request.method == .head { return response.createHeadResponse() }
    let length = response.body.contentLength ?? .max
    if length >= Self.compressionThreshold {
      let others = response.headers[.vary].map { "\($0), " } ?? ""
      response.headers[.vary] = "\(others)Accept-Encoding"
    }
    return response
  }
}
