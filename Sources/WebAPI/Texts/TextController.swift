import Analysis
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering
import Retrieval

/// `GET /documents`, `/documents/{id}` and `/passages/{id}`: the texts themselves, by id. No path
/// of the file system is made of anything a client sends.
struct TextController: Sendable {
  let provider: any AssistantProvider
  let pool: AnswerPool
  let page: PageRenderer

  func documents(_ request: Request, _ context: WebContext) async throws -> Response {
    try await respond(to: request) { [page] served, form, text in
      let documents = served.index.documents
      return form == .html
        ? page.documents(documents, text)
        : ByteBuffer(
          string: DocumentListWire(documents: documents.map(DocumentWire.init)).snakeCaseJSON)
    }
  }

  func document(_ request: Request, _ context: WebContext) async throws -> Response {
    let id = try identifier(of: request, .document)
    return try await respond(to: request) { [page] served, form, text in
      guard let view = try DocumentView(of: DocumentID(id), in: served.index) else {
        throw Problem.notFound("there is no such document; see /documents")
      }
      return form == .html
        ? page.document(view, text) : ByteBuffer(string: DocumentTextWire(view).snakeCaseJSON)
    }
  }

  func passage(_ request: Request, _ context: WebContext) async throws -> Response {
    let id = try identifier(of: request, .passage)
    return try await respond(to: request) { [page] served, form, text in
      guard let view = try PassageView(of: PassageID(rawValue: id), in: served.index) else {
        throw Problem.notFound("there is no such passage; the text may have changed")
      }
      return form == .html
        ? page.passage(view, text) : ByteBuffer(string: PassageTextWire(view).snakeCaseJSON)
    }
  }

  private func identifier(of request: Request, _ endpoint: Endpoint) throws(Problem) -> String {
    guard let id = endpoint.identifier(in: request.uri.path) else {
      throw .badRequest("the path is not percent-encoded UTF-8")
    }
    return id
  }

  /// Responds with what a closure makes, unless the client has it already.
  private func respond(
    to request: Request,
    with body: @escaping @Sendable (ServedIndex, Representation, PageText) throws -> ByteBuffer
  ) async throws -> Response {
    let form = try request.representation(of: [.json, .html])
    let text = PageText(
      tag: try FormFields(decoding: request.uri.query ?? "")["lang"],
      acceptLanguage: request.headers[.acceptLanguage])
    let served = provider.current
    let tag = EntityTag(
      "\(served.version)-\(page.edition)-\(form)-\(text.language.rawValue)")
    let fields: HTTPFields = [
      .eTag: tag.description, .cacheControl: "private, no-cache",
      .indexVersion: served.version,
      .vary: "Accept, Accept-Language",
    ]
    if tag.isHeld(by: request) { return Response(status: .notModified, headers: fields) }
    let buffer = try await pool.run { try body(served, form, text) }
    return Response(as: form, buffer, headers: fields)
  }
}
