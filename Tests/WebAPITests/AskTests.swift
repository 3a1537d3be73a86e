import Foundation
import HTTPTypes
import HummingbirdTesting
import Rendering
import Retrieval
import Testing

@testable import WebAPI

@Suite("Asking over HTTP")
struct AskTests {
  @Test("the JSON answer is the assistant's own")
  func sameAnswer() async throws {
    let index = try Server.index()
    let question = "hvor lang er oppsigelsesfristen?"
    let answer = try Assistant(index: index).answer(to: Question(question))
    let expected = JSONFormat().string(answer)
    try await Server.test { client in
      let response = try await client.ask(#"{"question": "\#(question)"}"#)
      var object = try response.object
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == "application/json")
      #expect(object.removeValue(forKey: "elapsed_ms") is Double)
      let own = try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? NSDictionary
      #expect(own == object as NSDictionary)
      #expect(!answer.passages.isEmpty)
    }
  }

  @Test(
    "the history is the conversation",
    arguments: [[], ["hva er ferie?"], ["hva er ferie?", "og oppsigelse?"]])
  func history(_ history: [String]) async throws {
    let assistant = Assistant(index: try Server.index())
    var conversation = Conversation()
    for earlier in history {
      conversation = try assistant.answer(to: Question(earlier), in: conversation).conversation
    }
    let answer = try assistant.answer(to: Question("og for meg?"), in: conversation)
    let request = AskRequest(question: "og for meg?", history: history)
    #expect(try request.answer(by: assistant) == answer)
  }

  @Test(
    "a question may come as a query, a form or JSON",
    arguments: [
      ("GET", "/ask?q=fem+uker%20ferie", nil, nil),
      ("POST", "/ask", "application/json", #"{"question": "fem uker ferie"}"#),
      ("POST", "/ask", "application/json; charset=utf-8", #"{"question":"fem uker ferie"}"#),
      ("POST", "/ask", "application/x-www-form-urlencoded", "question=fem+uker+ferie&lang=nb"),
    ] as [(String, String, String?, String?)])
  func forms(_ method: String, _ path: String, _ type: String?, _ body: String?) async throws {
    try await Server.test { client in
      var fields: HTTPFields = [.accept: "application/json"]
      fields[.contentType] = type
      let response = try await client.send(try #require(.init(method)), path, fields, body)
      #expect(response.status == .ok)
      #expect(try response.object["question"] as? String == "fem uker ferie")
      #expect(response.headers[.cacheControl] == "no-store")
      #expect(response.headers[.indexVersion] == "v1")
    }
  }

  @Test(
    "the answer comes in the form that the client likes best",
    arguments: [
      ("application/json", "application/json"), ("*/*", "application/json"),
      ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
      ("text/markdown", "text/markdown; charset=utf-8"),
      ("text/*;q=0.5, application/json;q=0.4", "text/html; charset=utf-8"),
      ("application/json;q=0, text/markdown;q=0.1", "text/markdown; charset=utf-8"),
    ])
  func negotiation(_ accept: String, _ type: String) async throws {
    try await Server.test { client in
      let response = try await client.ask(#"{"question": "ferie"}"#, accept: accept)
      #expect(response.status == .ok)
      #expect(response.headers[.contentType] == type)
    }
  }

  @Test("a form that can't be made is refused")
  func notAcceptable() async throws {
    try await Server.test { client in
      let response = try await client.ask(#"{"question": "ferie"}"#, accept: "image/png")
      #expect(response.status == .notAcceptable)
    }
  }

  @Test(
    "what is malformed is refused as a problem",
    arguments: [
      ("", 400), ("{", 400), ("[]", 400), ("null", 400), ("\"x\"", 400), ("{}", 400),
      (#"{"question": ""}"#, 400), (#"{"question": null}"#, 400), (#"{"question": 1}"#, 400),
      (#"{"question": "a", "history": "b"}"#, 400), (#"{"question": "a", "history": [1]}"#, 400),
      (#"{"question": "a", "history": null}"#, 400), (#"{"question": "a", "limit": 0}"#, 400),
      (#"{"question": "a", "limit": 11}"#, 400), (#"{"question": "a", "limit": 1.5}"#, 400),
      (#"{"question": "a", "as_of": "2024-02-30"}"#, 400),
      (#"{"question": "a", "as_of": "yesterday"}"#, 400), (#"{"question": "a", "x": 1}"#, 400),
      (#"{"question": "\#(String(repeating: "å", count: 1_001))"}"#, 400),
      (
        #"{"question": "a", "documents": [\#(Array(repeating: "\"d\"", count: 101).joined(separator: ","))]}"#,
        400
      ),
      (#"{"question": "\#(String(repeating: "a", count: 70_000))"}"#, 413),
    ])
  func malformed(_ json: String, _ status: Int) async throws {
    try await Server.test { client in
      let response = try await client.ask(json)
      #expect(response.status.code == status)
      #expect(response.headers[.contentType] == "application/problem+json")
      let problem = try response.object
      #expect(problem["status"] as? Int == status)
      #expect(problem["detail"] is String)
      #expect(problem["title"] as? String == response.status.reasonPhrase)
    }
  }

  @Test(
    "a query that is malformed is refused",
    arguments: ["", "?q=", "?q=%ff", "?q=%zz", "?q=a&limit=x", "?q=a&as_of=2023-13-01"])
  func malformedQuery(_ query: String) async throws {
    try await Server.test { client in
      let response = try await client.send(.get, "/ask\(query)")
      #expect(response.status == .badRequest)
    }
  }

  @Test(
    "a form that is malformed is refused, even without a question",
    arguments: [
      "", "question=%ff", "question=&as_of=AAA", "question=&limit=0", "question=a&limit=x",
      "question=a&as_of=2024-02-30", "question=\(String(repeating: "a", count: 1_001))",
    ])
  func malformedForm(_ form: String) async throws {
    try await Server.test { client in
      let response = try await client.submit(form)
      #expect(response.status == .badRequest)
    }
  }

  @Test(
    "odd questions are answered, not refused",
    arguments: ["   ", "\\u0000", "\\\"", "AND OR NOT NEAR(", "🦄", "%00", "{{zzz}}", "*"])
  func odd(_ question: String) async throws {
    try await Server.test { client in
      let response = try await client.ask(#"{"question": "\#(question)"}"#)
      #expect(response.status == .ok)
      #expect(try response.object["status"] as? String == "not_found")
    }
  }

  @Test("only the documents asked for answer")
  func documents() async throws {
    try await Server.test { client in
      let response = try await client.ask(
        #"{"question": "ferie", "documents": ["lover/ordensloven.md"], "limit": 1}"#)
      let passages = try #require(try response.object["passages"] as? [[String: Any]])
      #expect(passages.count == 1)
      #expect(passages.first?["document"] as? String == "lover/ordensloven.md")
    }
  }

  @Test("a server with more to do than it can hold refuses at once")
  func overload() async throws {
    let pool = AnswerPool(threadCount: 1, queueLimit: 0, patience: .seconds(60))
    let gate = DispatchSemaphore(value: 0)
    async let first: Void = pool.run { gate.wait() }
    await pool.untilBusy()
    await #expect(throws: Problem.self) { try await pool.run {} }
    gate.signal()
    try await first
    try await pool.run {}
  }
}

extension AnswerPool {
  /// Returns once something is running.
  fileprivate func untilBusy() async {
    while isIdle { await Task.yield() }
  }
}
