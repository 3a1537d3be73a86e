import Documents
import Foundation
import HTTPTypes
import HummingbirdTesting
import Rendering
import Testing

@testable import Retrieval
@testable import WebAPI

@Suite("The OpenAPI document")
struct OpenAPITests {
  private let document: [String: Any]

  init() throws {
    let data = Data(PackageResources.openapi_json)
    document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("names every path with its methods, and no other")
  func paths() throws {
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    #expect(Set(paths.keys) == Set(Endpoint.allCases.map(\.rawValue)))
    for endpoint in Endpoint.allCases {
      let methods = Set(endpoint.methods.map { $0.rawValue.lowercased() })
      #expect(Set(paths[endpoint.rawValue]?.keys.map { $0 } ?? []) == methods, "\(endpoint)")
    }
  }

  @Test(
    "describes what is sent",
    arguments: [
      ("get", "/ask?q=fem+uker+ferie", "/ask"), ("get", "/ask?q=zzz", "/ask"),
      ("get", "/ask", "/ask"), ("get", "/documents", "/documents"),
      ("get", "/documents/lover/ordensloven.md", "/documents/{id}"),
      ("get", "/documents/missing", "/documents/{id}"),
      ("get", "/passages/lover/ordensloven.md%23%C2%A71-2/1", "/passages/{id}"),
      ("get", "/suggest?q=ferie", "/suggest"), ("get", "/health/live", "/health/live"),
      ("get", "/health/ready", "/health/ready"), ("get", "/openapi.json", "/openapi.json"),
      ("post", "/feedback", "/feedback"), ("get", "/", "/"), ("get", "/metrics", "/metrics"),
      ("get", "/assets/app.js", "/assets/{name}"), ("post", "/ask", "/ask"),
    ])
  func responses(_ method: String, _ path: String, _ template: String) async throws {
    let response = try await Server.test { client in
      try await client.send(try #require(.init(method.uppercased())), path)
    }
    let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
    let responses = try #require(paths[template]?[method]?["responses"] as? [String: Any])
    let described = try #require(
      responses["\(response.status.code)"] as? [String: Any], "\(response.status)")
    let type = try #require(response.headers[.contentType]?.split(separator: ";").first)
    let contents = try #require(resolved(described)["content"] as? [String: [String: Any]])
    let content = try #require(contents[String(type)], "\(type)")
    guard type.hasSuffix("json") else { return }
    let value = try JSONSerialization.jsonObject(with: Data(response.text.utf8))
    let problems = problems(of: value, by: content["schema"] as? [String: Any] ?? [:], at: "")
    #expect(problems == [])
  }

  @Test("describes everything that an answer may hold")
  func answer() throws {
    let found = try Assistant(index: try Server.index())
      .answer(to: Question("fem uker ferie"), explaining: true)
    var passage = try #require(found.passages.first)
    let link = CitedPassage.Link(citation: "Ordensloven § 1-1", passage: passage.passage.id)
    passage.standing = .superseded(by: "Nyordensloven")
    (passage.alsoIn, passage.refersTo, passage.citedBy) = ([link], [link], [link])
    var interpretation = found.interpretation
    interpretation.carried = ["ferie"]
    interpretation.concepts = ["ferie"]
    interpretation.corrections = [.init(from: "freie", to: "ferie")]
    interpretation.unknownWords = ["romskip"]
    interpretation.elsewhere = "folketrygdloven"
    let answer = Answer(
      question: found.question, status: .uncertain, interpretation: interpretation,
      passages: [passage], nearMisses: [passage],
      narrowing: Narrowing(choices: [.init(label: "Ordensloven", documents: [DocumentID("a.md")])]),
      suggestions: ["feriepenger"],
      parts: [
        .init(text: "ferie", status: .uncertain, passage: passage),
        .init(text: "romskip", status: .notFound, passage: nil),
      ], conversation: found.conversation)
    let json = JSONFormat(elapsedMilliseconds: 1.5).bytes(of: answer)
    let value = try JSONSerialization.jsonObject(with: Data(json))
    #expect(problems(of: value, by: ["$ref": "#/components/schemas/Answer"], at: "") == [])
  }

  @Test("its schemas can be failed: a check of the check")
  func schemas() {
    let range: [String: Any] = ["$ref": "#/components/schemas/Range"]
    #expect(problems(of: ["start": 1, "end": 2], by: range, at: "") == [])
    #expect(problems(of: ["start": 1], by: range, at: "") == ["/end is missing"])
    #expect(problems(of: ["start": 1, "end": "x"], by: range, at: "") == ["/end is no integer"])
    #expect(
      problems(of: ["start": 1, "end": 2, "x": 0], by: range, at: "") == ["/x is unknown"])
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let reference = schema["$ref"] as? String else { return schema }
    let parts = reference.split(separator: "/").dropFirst().map(String.init)
    let found = parts.reduce(document as Any) { ($0 as? [String: Any])?[$1] as Any }
    return found as? [String: Any] ?? [:]
  }

  /// Where a value isn't what a JSON Schema says, of the keywords that the document uses.
  private func problems(of value: Any, by schema: [String: Any], at path: String) -> [String] {
    let schema = resolved(schema)
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      return ["\(path) is none of \(allowed)"]
    }
    switch schema["type"] as? String {
    case "object": return objectProblems(of: value, by: schema, at: path)
    case "array":
      guard let list = value as? [Any] else { return ["\(path) is no array"] }
      let items = schema["items"] as? [String: Any] ?? [:]
      return list.enumerated().flatMap { problems(of: $1, by: items, at: "\(path)/\($0)") }
    case "string": return value is String ? [] : ["\(path) is no string"]
    case "integer": return value is Int ? [] : ["\(path) is no integer"]
    case "number": return value is NSNumber ? [] : ["\(path) is no number"]
    default: return []
    }
  }

  private func objectProblems(of value: Any, by schema: [String: Any], at path: String) -> [String]
  {
    guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
    let unknown =
      schema["additionalProperties"] as? Bool == false
      ? object.keys.filter { properties[$0] == nil } : []
    return missing.map { "\(path)/\($0) is missing" } + unknown.map { "\(path)/\($0) is unknown" }
      + object.keys.sorted().flatMap { key in
        properties[key].map { problems(of: object[key] as Any, by: $0, at: "\(path)/\(key)") } ?? []
      }
  }
}
