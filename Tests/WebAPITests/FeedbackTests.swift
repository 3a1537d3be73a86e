import Foundation
import HTTPTypes
import HummingbirdTesting
import Rendering
import Testing

@testable import WebAPI

@Suite("Feedback over HTTP")
struct FeedbackTests {
  private let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("feedback-\(UUID().uuidString).jsonl")

  private var configuration: WebConfiguration {
    Server.configuration { $0.feedback = FeedbackFile(file) }
  }

  private static let passage = "lover/ordensloven.md#§1-2/1"

  @Test("is kept a line each, readable by its owner alone, where the server is told to")
  func kept() async throws {
    defer { try? FileManager.default.removeItem(at: file) }
    try await Server.test(configuration) { client in
      let json = try await client.send(
        .post, "/feedback", [.contentType: "application/json"],
        """
        {"question": "ferie?", "passage_id": "\(Self.passage)", \
        "document": "lover/ordensloven.md", "verdict": "+"}
        """)
      #expect(json.status == .noContent)
      let form = try await client.submit(
        "question=ferie%0A2&passage_id=lover%2Fordensloven.md%23%C2%A71-2%2F1"
          + "&document=lover/ordensloven.md&verdict=-&lang=en", to: "/feedback")
      #expect(form.status == .ok)
      #expect(form.text.contains("Thank you"))
    }
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(
      lines == [
        """
        {"document":"lover/ordensloven.md","passage_id":"\(Self.passage)",\
        "question":"ferie?","verdict":"+"}
        """,
        """
        {"document":"lover/ordensloven.md","passage_id":"\(Self.passage)",\
        "question":"ferie\\n2","verdict":"-"}
        """,
      ])
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("is neither offered nor taken where the server isn't told to keep it")
  func off() async throws {
    try await Server.test { client in
      let response = try await client.submit("question=a&verdict=-", to: "/feedback")
      #expect(response.status == .notFound)
      #expect(try await !client.submit("question=ferie").text.contains("/feedback"))
    }
  }

  @Test(
    "on something that isn't there is refused",
    arguments: [
      ("question=a&passage_id=x&document=lover/ordensloven.md&verdict=-", 404),
      ("question=a&passage_id=lover/ordensloven.md%23%C2%A71-2/1&document=other.md&verdict=-", 404),
      (
        "question=a&passage_id=lover/ordensloven.md%23%C2%A71-2/1&document=lover/ordensloven.md",
        400
      ),
      (
        "question=&passage_id=lover/ordensloven.md%23%C2%A71-2/1&document=lover/ordensloven.md"
          + "&verdict=-", 400
      ),
    ])
  func refused(_ form: String, _ status: Int) async throws {
    try await Server.test(configuration) { client in
      let response = try await client.submit(form, to: "/feedback")
      #expect(response.status.code == status)
    }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test("stops when its file is full")
  func full() throws {
    defer { try? FileManager.default.removeItem(at: file) }
    let small = FeedbackFile(file, sizeLimit: 200)
    let feedback = PassageFeedback(
      question: "a", passageID: "p", document: "d", verdict: .answers)
    try small.append(feedback)
    #expect(throws: FeedbackFile.WritingError.full) {
      for _ in 0..<10 { try small.append(feedback) }
    }
    #expect(try Data(contentsOf: file).count <= 200)
  }
}
