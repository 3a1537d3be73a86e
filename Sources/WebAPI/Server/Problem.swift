package import HTTPTypes
import Rendering

/// A refusal, told as RFC 9457 has it. Details never repeat what was asked.
package struct Problem: Error, Equatable {
  package let status: HTTPResponse.Status
  package let detail: String
  /// Such as `Allow` and `Retry-After`.
  package var headers: HTTPFields = [:]

  package init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
    self.status = status
    self.detail = detail
    self.headers = headers
  }

  static func badRequest(_ detail: String) -> Self { Self(.badRequest, detail) }
  static func notFound(_ detail: String) -> Self { Self(.notFound, detail) }

  static func overloaded(_ detail: String) -> Self {
    Self(.serviceUnavailable, detail, headers: [.retryAfter: "1"])
  }

  /// `application/problem+json`.
  var json: String {
    Wire(
      type: "about:blank", title: status.reasonPhrase, status: status.code, detail: detail
    ).json
  }

  private struct Wire: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
  }
}
