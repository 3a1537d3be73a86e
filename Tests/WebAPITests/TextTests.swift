import Foundation
import HTTPTypes
import HummingbirdTesting
import Retrieval
import Testing

@testable import WebAPI

@Suite("The texts over HTTP")
struct TextTests {
  @Test("documents are listed with what is known of them")
  func list() async throws {
    try await Server.test { client in
      let object = try await client.send(.get, "/documents").object
      let documents = try #require(object["documents"] as? [[String: Any]])
      #expect(documents.map { $0["id"] as? String } == ["<b>.md", "lover/ordensloven.md"])
      #expect(documents[1]["title"] as? String == "Ordensloven")
    }
  }

  @Test(
    "a document is found by its id, however its slashes are written",
    arguments: ["/documents/lover/ordensloven.md", "/documents/lover%2Fordensloven.md"])
  func document(_ path: String) async throws {
    try await Server.test { client in
      let object = try await client.send(.get, path).object
      let sections = try #require(object["sections"] as? [[String: Any]])
      #expect(sections.map { $0["anchor"] as? String } == ["§1-1", "§1-2"])
      #expect(object["text"] as? String == Server.act)
      let page = try await client.send(.get, path, [.accept: "text/html"]).text
      for anchor in ["§1-1", "§1-2", "§1-1/1"] { #expect(page.contains("id=\"\(anchor)\"")) }
      #expect(page.contains("Oppsigelsesfristen er én måned, regnet fra den første dagen"))
      #expect(page.contains("<h2>Kapittel 1. Arbeid</h2>"))
    }
  }

  @Test("a passage is found by the id that an answer gives, and its text is the source's")
  func passage() async throws {
    try await Server.test { client in
      let answer = try await client.ask(#"{"question": "fem uker ferie"}"#).object
      let first = try #require((answer["passages"] as? [[String: Any]])?.first)
      let id = try #require(first["passage_id"] as? String)
      let object = try await client.send(.get, Endpoint.passage.path(to: id)).object
      for key in ["text", "document", "sha256", "line", "title"] {
        #expect(object[key] as? NSObject == first[key] as? NSObject, "\(key)")
      }
      #expect(object["previous"] as? String == "lover/ordensloven.md#§1-1/1")
      #expect(object["next"] == nil)
    }
  }

  @Test(
    "what isn't an id is not found, whatever it looks like",
    arguments: [
      "/documents/../Package.swift", "/documents/..%2f..%2fetc%2fpasswd", "/documents/%2e%2e/x",
      "/documents//etc/passwd", "/documents/%00", "/documents/lover/ordensloven.md%00.html",
      "/documents/lover/", "/documents/lover/ordensloven.md/", "/passages/lover/ordensloven.md",
      "/passages/..%5c..%5cwindows", "/assets/../openapi.json", "/assets/style.css%00",
      "/assets/..%2fopenapi.json", "/passages/x", "/.env", "/documents/.git/config",
    ])
  func traversal(_ path: String) async throws {
    try await Server.test { client in
      let response = try await client.send(.get, path)
      #expect(response.status == .notFound)
      #expect(!response.text.contains("root:"))
    }
  }

  @Test(
    "what a client has already isn't sent again until the index changes",
    arguments: [
      "/documents", "/documents/lover/ordensloven.md",
      "/passages/lover/ordensloven.md%23%C2%A71-1/1",
      "/openapi.json", "/assets/style.css",
    ])
  func entityTags(_ path: String) async throws {
    let provider = try Server.provider()
    try await Server.test(provider: provider) { client in
      let first = try await client.send(.get, path)
      let tag = try #require(first.headers[.eTag])
      let dependsOnIndex = path.hasPrefix("/documents") || path.hasPrefix("/passages")
      // Nor is it what another edition of the program wrote.
      #expect(!dependsOnIndex || tag.contains(PageRenderer(offersFeedback: false).edition))
      for condition in [tag, "\"x\", \(tag)", "*", String(tag.dropFirst(2))] {
        let second = try await client.send(.get, path, [.ifNoneMatch: condition])
        #expect(second.status == .notModified)
        #expect(second.length == 0)
        #expect(second.headers[.eTag] == tag)
      }
      provider.swap(
        to: ServedIndex(
          assistant: Assistant(index: try Server.index()), version: "v2", builtAt: .distantPast))
      let third = try await client.send(.get, path, [.ifNoneMatch: tag])
      #expect(third.status == (dependsOnIndex ? .ok : .notModified))
    }
  }

  @Test(
    "headings are suggested by the beginnings of their words, the shortest first",
    arguments: [
      ("fer", ["Ordensloven § 1-2 Ferie"]), ("ordens opp", ["Ordensloven § 1-1 Oppsigelse"]),
      ("orden", ["Ordensloven", "Ordensloven § 1-1 Oppsigelse", "Ordensloven § 1-2 Ferie"]),
      ("zzz", []), ("", []),
    ])
  func suggestions(_ text: String, _ expected: [String]) async throws {
    try await Server.test { client in
      let path = "/suggest?q=\(text.replacing(" ", with: "+"))"
      let object = try await client.send(.get, path).object
      let suggestions = try #require(object["suggestions"] as? [[String: Any]])
      #expect(suggestions.map { $0["text"] as? String } == expected)
    }
  }
}
