import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering
import Retrieval

/// `GET` and `POST /ask`: one question, one answer, as JSON, Markdown or a page.
struct AskController: Sendable {
  let provider: any AssistantProvider
  let pool: AnswerPool
  let page: PageRenderer
  let metrics: ServerMetrics

  func ask(_ request: Request, _ context: WebContext) async throws -> Response {
    let form = try request.representation(of: [.json, .html, .markdown])
    let (asked, tag) = try await read(request)
    let languages = request.headers[.acceptLanguage]
    let text = PageText(tag: tag, acceptLanguage: languages)
    guard !asked.question.isEmpty else { return page.home(text).response }
    let outcome = try await pool.run { [provider, page] in
      let served = provider.current
      let answer = try AnsweredRequest(asked, by: served)
      return Outcome(
        status: answer.answer.status, version: served.version,
        body: answer.body(as: form, text, page))
    }
    metrics.count(outcome.status)
    return Response(
      as: form, outcome.body,
      headers: [.indexVersion: outcome.version, .cacheControl: form.keeping])
  }

  private struct Outcome: Sendable {
    let status: Answer.Status
    let version: String
    let body: ByteBuffer
  }

  /// The question, and the language that a form asks for.
  private func read(_ request: Request) async throws -> (AskRequest, String?) {
    guard request.method == .post else {
      let query = try FormFields(decoding: request.uri.query ?? "")
      return (try AskRequest(query: query), query["lang"])
    }
    let type = try request.bodyType(of: [.json, .form])
    let body = try await request.boundedBody()
    switch type {
    case .json: return (try AskRequest(json: body), nil)
    case .form:
      let fields = try FormFields(decodingBody: body)
      return (try AskRequest(form: fields), fields["lang"])
    }
  }
}

extension Representation {
  /// How an answer may be kept. The asker's own browser keeps the page, or going back to it from a
  /// text would ask whether to send the form again.
  fileprivate var keeping: String { self == .html ? "private, no-cache" : "no-store" }
}

/// A question with its answer, to be written.
struct AnsweredRequest {
  let request: AskRequest
  let answer: Answer
  let elapsed: Duration
}

extension AnsweredRequest {
  init(_ request: AskRequest, by served: ServedIndex) throws {
    let start = ContinuousClock.now
    let answer = try request.answer(by: served.assistant)
    self.init(request: request, answer: answer, elapsed: ContinuousClock.now - start)
  }

  func body(as form: Representation, _ text: PageText, _ page: PageRenderer) -> ByteBuffer {
    switch form {
    case .json:
      let format = JSONFormat(
        limit: request.limit, elapsedMilliseconds: elapsed / .milliseconds(1))
      return ByteBuffer(bytes: format.bytes(of: answer))
    case .html: return page.answer(self, text)
    case .markdown:
      let format = MarkdownFormat(language: text.language, limit: request.limit)
      return ByteBuffer(string: format.string(answer))
    }
  }
}
