import Documents
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Rendering
import Retrieval

/// `POST /feedback`: notes whether a passage answered a question, where the server keeps such notes.
struct FeedbackController: Sendable {
  let file: FeedbackFile?
  let provider: any AssistantProvider
  let pool: AnswerPool
  let page: PageRenderer

  func note(_ request: Request, _ context: WebContext) async throws -> Response {
    guard let file else { throw Problem.notFound("this server keeps no feedback") }
    let form = try request.representation(of: [.json, .html])
    let type = try request.bodyType(of: [.json, .form])
    let body = try await request.boundedBody()
    let fields = type == .form ? try FormFields(decodingBody: body) : nil
    let wire = try fields.map(FeedbackWire.init(form:)) ?? FeedbackWire(json: body)
    try await pool.run { [provider] in
      let index = provider.current.index
      guard let ordinal = try index.ordinal(of: PassageID(rawValue: wire.passageID)),
        index.documents[Int(index.passages.documents[ordinal.index])].id.rawValue == wire.document
      else { throw Problem.notFound("there is no such passage in that document") }
      try file.append(wire.feedback)
    }
    guard form == .html else { return Response(status: .noContent) }
    let text = PageText(tag: fields?["lang"], acceptLanguage: request.headers[.acceptLanguage])
    return page.thanks(text).response
  }
}

private struct FeedbackWire: Decodable {
  let question: String
  let passageID: String
  let document: String
  let verdict: PassageFeedback.Verdict

  enum CodingKeys: String, CodingKey, CaseIterable {
    case question, document, verdict
    case passageID = "passage_id"
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(besides: CodingKeys.allCases.map(\.rawValue))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    question = try container.decode(String.self, forKey: .question)
    passageID = try container.decode(String.self, forKey: .passageID)
    document = try container.decode(String.self, forKey: .document)
    verdict = try container.decode(PassageFeedback.Verdict.self, forKey: .verdict)
  }

  init(json: [UInt8]) throws(Problem) {
    guard String(validating: json, as: UTF8.self) != nil else {
      throw .badRequest("the body is not UTF-8")
    }
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(json))
    } catch let error as DecodingError {
      throw .badRequest(error.problem)
    } catch {
      throw .badRequest("the body is not JSON")
    }
    try validate()
  }

  init(form: FormFields) throws(Problem) {
    guard let verdict = form["verdict"].flatMap(PassageFeedback.Verdict.init) else {
      throw .badRequest("verdict must be + or -")
    }
    self.verdict = verdict
    question = form["question"] ?? ""
    passageID = form["passage_id"] ?? ""
    document = form["document"] ?? ""
    try validate()
  }

  var feedback: PassageFeedback {
    PassageFeedback(
      question: question, passageID: passageID, document: document, verdict: verdict)
  }

  private func validate() throws(Problem) {
    guard !question.isEmpty, question.unicodeScalars.count <= AskRequest.questionLimit else {
      throw .badRequest("question must have 1 to \(AskRequest.questionLimit) characters")
    }
  }
}
