import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
  /// In bytes.
  static let bodyLimit = 64 * 1_024

  /// The forms in which a request's body may come.
  enum BodyType: String {
    case json = "application/json"
    case form = "application/x-www-form-urlencoded"
  }

  /// The form of the response that the client likes best. Throws a `Problem` if there is none.
  func representation(of offered: [Representation]) throws(Problem) -> Representation {
    guard let form = Representation.preferred(by: headers[.accept], of: offered) else {
      let names = offered.map(\.rawValue).joined(separator: ", ")
      throw Problem(.notAcceptable, "this comes as \(names)")
    }
    return form
  }

  /// Throws a `Problem` for a body in another form: a page of another site can send plain text
  /// without asking first, but not JSON.
  func bodyType(of accepted: [BodyType]) throws(Problem) -> BodyType {
    let name = headers[.contentType]?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    guard let type = accepted.first(where: { $0.rawValue == name }) else {
      let names = accepted.map(\.rawValue).joined(separator: " or ")
      throw Problem(.unsupportedMediaType, "the body must be \(names)")
    }
    return type
  }

  /// The whole body. Throws a `Problem` when it is too long.
  func boundedBody() async throws -> [UInt8] {
    let tooLong = Problem(.contentTooLarge, "the body is longer than 65,536 bytes")
    if let length = headers[.contentLength].flatMap(Int.init), length > Self.bodyLimit {
      throw tooLong
    }
    do {
      return Array(buffer: try await body.collect(upTo: Self.bodyLimit))
    } catch is NIOTooManyBytesError {
      throw tooLong
    }
  }
}

extension FormFields {
  /// Throws a `Problem` for bytes that aren't UTF-8.
  init(decodingBody body: [UInt8]) throws(Problem) {
    guard let text = String(validating: body, as: UTF8.self) else {
      throw .badRequest("the body is not UTF-8")
    }
    try self.init(decoding: text)
  }
}

extension Response {
  init(
    as form: Representation, status: HTTPResponse.Status = .ok, _ body: ByteBuffer,
    headers: HTTPFields = [:]
  ) {
    var fields = headers
    fields[.contentType] = form.contentType
    self.init(status: status, headers: fields, body: ResponseBody(byteBuffer: body))
  }
}
