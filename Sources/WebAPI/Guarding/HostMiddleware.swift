import HTTPTypes
import Hummingbird

/// Answers only requests to a host name that is the server's own, so that no foreign site can reach
/// it through a browser by pointing a name of its own here (DNS rebinding).
struct HostMiddleware: RouterMiddleware {
  /// In lower case, without ports.
  let allowedHosts: Set<String>

  func handle(
    _ request: Request, context: WebContext,
    next: (Request, WebContext) async throws -> Response
  ) async throws -> Response {
    // A second `Host` field stays among the others; the first became the authority.
    guard let authority = request.head.authority, request.headers[.host] == nil else {
      throw Problem.badRequest("one Host header is needed")
    }
    guard let host = HostName(authority: authority), allowedHosts.contains(host.name) else {
      throw Problem(
        .misdirectedRequest, "this server doesn't answer for that host; see --allow-host")
    }
    return try await next(request, context)
  }
}

/// The name in `name:port` or `[address]:port`, in lower case.
struct HostName: Equatable, Sendable {
  let name: String
  let port: Int?

  /// Nil for text that is no authority.
  init?(authority: String) {
    let text = authority.lowercased()
    let name: Substring
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]") else { return nil }
      name = text[...end]
    } else {
      name = text.prefix { $0 != ":" }
    }
    let rest = text.dropFirst(name.count)
    guard !name.isEmpty, !name.contains(where: { " /@?#\\".contains($0) }) else { return nil }
    if rest.isEmpty {
      port = nil
    } else {
      guard rest.first == ":", let number = UInt16(rest.dropFirst()) else { return nil }
      port = Int(number)
    }
    self.name = String(name)
  }
}
