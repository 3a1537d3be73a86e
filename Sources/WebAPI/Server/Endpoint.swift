package import HTTPTypes

/// The paths that the server answers, as its OpenAPI document names them.
package enum Endpoint: String, CaseIterable, Sendable {
  case home = "/"
  case ask = "/ask"
  case passage = "/passages/{id}"
  case documents = "/documents"
  case document = "/documents/{id}"
  case suggest = "/suggest"
  case feedback = "/feedback"
  case live = "/health/live"
  case ready = "/health/ready"
  case metrics = "/metrics"
  case openAPI = "/openapi.json"
  case asset = "/assets/{name}"

  /// What can be done at the path, besides OPTIONS.
  package var methods: [HTTPRequest.Method] {
    switch self {
    case .ask: [.get, .head, .post]
    case .feedback: [.post]
    default: [.get, .head]
    }
  }

  /// The value of `Allow`.
  package var allowedMethods: String {
    (methods + [.options]).map(\.rawValue).joined(separator: ", ")
  }

  /// Whether the path is answered for anyone, at any rate: what a supervisor asks.
  package var isProbe: Bool { self == .live || self == .ready }

  /// The endpoint of a request's path, without its query.
  package init?(matching path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let found = Self.allCases.first { endpoint in
      let pattern = endpoint.rawValue.split(separator: "/")
      guard pattern.last?.hasPrefix("{") == true else { return pattern == parts }
      // An id is the rest of the path: it may hold slashes.
      return parts.count >= pattern.count
        && parts.prefix(pattern.count - 1) == pattern.dropLast()
    }
    guard let found else { return nil }
    self = found
  }

  /// The path in Hummingbird's notation.
  var routerPath: String {
    rawValue.split(separator: "/").last?.hasPrefix("{") == true
      ? rawValue.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/**"
      : rawValue
  }

  /// What stands for `{id}` in a path, decoded; nil when it isn't UTF-8.
  func identifier(in path: String) -> String? {
    let prefix = rawValue.prefix { $0 != "{" }
    return PercentCoding.decode(path.dropFirst(prefix.count))
  }

  /// The path with its `{id}` filled in.
  func path(to identifier: String) -> String {
    rawValue.prefix { $0 != "{" } + PercentCoding.encode(identifier)
  }
}
