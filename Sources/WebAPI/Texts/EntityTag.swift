import HTTPTypes
import Hummingbird

/// Names a state of what is sent (RFC 9110, 8.8.3). Weak: compression changes bytes, not content.
struct EntityTag: CustomStringConvertible {
  let description: String

  init(_ state: String) { description = "W/\"\(state)\"" }

  /// Whether a request says that its sender has this state.
  func isHeld(by request: Request) -> Bool {
    let lists = request.headers[values: .ifNoneMatch]
    let known = lists.joined(separator: ",").filter { $0 != " " }.split(separator: ",")
    return known.contains { tag in
      // Weak comparison: a strong tag with the same content counts.
      tag == "*" || tag == description || "W/\(tag)" == description
    }
  }
}
