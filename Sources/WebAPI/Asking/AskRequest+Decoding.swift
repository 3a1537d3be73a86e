import Foundation

extension AskRequest {
  /// Reads `?q=…&documents=…&as_of=…&limit=…`. Throws a `Problem`.
  init(query: FormFields) throws(Problem) {
    guard let question = query["q"] else { throw .badRequest("q, the question, is missing") }
    self.init(question: question, fields: query)
    limit = try Self.limit(query["limit"])
    self = try validated()
  }

  /// Reads the page's form, in which empty fields stand for none. An empty question is let through.
  init(form: FormFields) throws(Problem) {
    guard let question = form["question"] else { throw .badRequest("question is missing") }
    self.init(question: question, fields: form)
    limit = try Self.limit(form["limit"])
    if asOf?.isEmpty == true { asOf = nil }
    self = try validated(isQuestionNeeded: false)
  }

  /// Reads a JSON object; members it doesn't know are refused, so that a misspelt one is noticed.
  init(json: [UInt8]) throws(Problem) {
    guard String(validating: json, as: UTF8.self) != nil else {
      throw .badRequest("the body is not UTF-8")
    }
    do {
      let wire = try JSONDecoder().decode(AskWire.self, from: Data(json))
      self.init(
        question: wire.question, history: wire.history ?? [], dropped: wire.dropped ?? [],
        documents: wire.documents ?? [], asOf: wire.asOf, limit: wire.limit ?? Self.answerLimit)
    } catch let error as DecodingError {
      throw .badRequest(error.problem)
    } catch {
      throw .badRequest("the body is not JSON")
    }
    self = try validated()
  }

  private init(question: String, fields: FormFields) {
    self.init(question: question)
    history = fields[all: "history"]
    dropped = fields[all: "dropped"]
    documents = fields[all: "documents"]
    asOf = fields["as_of"]
  }

  private static func limit(_ text: String?) throws(Problem) -> Int {
    guard let text else { return answerLimit }
    guard let limit = Int(text) else { throw .badRequest("limit is not a whole number") }
    return limit
  }
}

private struct AskWire: Decodable {
  let question: String
  let history: [String]?
  let dropped: [String]?
  let documents: [String]?
  let asOf: String?
  let limit: Int?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case question, history, dropped, documents, limit
    case asOf = "as_of"
  }

  init(from decoder: any Decoder) throws {
    try decoder.refuseMembers(besides: CodingKeys.allCases.map(\.rawValue))
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [String]? {
      container.contains(key) ? try container.decode([String].self, forKey: key) : nil
    }
    question = try container.decode(String.self, forKey: .question)
    history = try list(.history)
    dropped = try list(.dropped)
    documents = try list(.documents)
    asOf =
      container.contains(.asOf) ? try container.decode(String.self, forKey: .asOf) : nil
    limit = container.contains(.limit) ? try container.decode(Int.self, forKey: .limit) : nil
  }
}
