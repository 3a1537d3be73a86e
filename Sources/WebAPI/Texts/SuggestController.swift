import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering

/// `GET /suggest?q=`: titles and headings that begin as the text does.
struct SuggestController: Sendable {
  let provider: any AssistantProvider
  let pool: AnswerPool

  private static let limit = 10

  private struct Wire: Encodable {
    struct Suggestion: Encodable {
      let text: String
      let document: String
      let anchor: String?
    }

    let suggestions: [Suggestion]
  }

  func suggest(_ request: Request, _ context: WebContext) async throws -> Response {
    _ = try request.representation(of: [.json])
    guard let text = try FormFields(decoding: request.uri.query ?? "")["q"] else {
      throw Problem.badRequest("q, the beginning of a heading, is missing")
    }
    guard text.unicodeScalars.count <= AskRequest.questionLimit else {
      throw Problem.badRequest("q is longer than \(AskRequest.questionLimit) characters")
    }
    let body = try await pool.run { [provider] in
      let matches = try provider.current.headingList().matches(for: text, limit: Self.limit)
      let suggestions = matches.map {
        Wire.Suggestion(text: $0.text, document: $0.document.rawValue, anchor: $0.anchor)
      }
      return ByteBuffer(string: Wire(suggestions: suggestions).json)
    }
    return Response(as: .json, body, headers: [.cacheControl: "no-store"])
  }
}
