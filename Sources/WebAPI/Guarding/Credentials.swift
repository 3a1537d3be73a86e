import Foundation

/// What an `Authorization` header holds (RFC 6750, RFC 7617).
struct Credentials: Equatable {
  /// Nil for a bearer's token.
  let name: String?
  let secret: String

  /// Nil for other schemes and malformed headers.
  init?(_ authorization: String) {
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    switch parts[0].lowercased() {
    case "bearer":
      name = nil
      secret = String(parts[1])
    case "basic":
      guard let data = Data(base64Encoded: String(parts[1])),
        let text = String(validating: data, as: UTF8.self),
        let colon = text.firstIndex(of: ":")
      else { return nil }
      name = String(text[..<colon])
      secret = String(text[text.index(after: colon)...])
    default: return nil
    }
  }
}
