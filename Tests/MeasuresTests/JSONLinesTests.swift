import Foundation
@testable import Measures
import Testing

@Suite struct JSONLinesTests {
  private func decode(_ text: String) throws(MalformedLine) -> [EvaluationQuestion] {
    try JSONLines.decode(EvaluationQuestion.self, from: Data(text.utf8))
  }

  @Test("one object a line, blank lines allowed, what is missing has its default")
  func lines() throws {
    let questions = try decode(
      """
      {"id": "1", "text": "hva?"}

      {"id": "2", "lang": "en", "text": "what?", "kind": "lay", "history": ["x"], \
      "relevant": [{"doc": "a.md", "quote": "q", "grade": 2}]}\r

      """)
    #expect(questions.count == 2)
    #expect(questions[0].lang == "nb")
    #expect(questions[0].relevant.isEmpty)
    #expect(questions[1].history == ["x"])
    #expect(questions[1].relevant == [.init(doc: "a.md", quote: "q", grade: 2)])
  }

  @Test("nothing gives nothing", arguments: ["", "\n\n", "  \r\n"])
  func empty(text: String) throws {
    #expect(try decode(text).isEmpty)
  }

  @Test(
    "the first line that can't be read is named, and what is wrong with it",
    arguments: [
      ("{\"id\": \"1\", \"text\": \"a\"}\nikke json", 2, "not a JSON object"),
      ("\n\n{\"id\": \"1\"}", 3, "the key \"text\" is missing"),
      ("{\"id\": 1, \"text\": \"a\"}", 1, "the value of \"id\" has the wrong type"),
      ("{\"id\": \"1\", \"text\": null}", 1, "the value of \"text\" has the wrong type"),
      (
        "{\"id\": \"1\", \"text\": \"a\", \"relevant\": [{\"doc\": \"a\", \"quote\": \"q\"}]}", 1,
        "the key \"grade\" is missing"
      ),
      ("[1, 2]", 1, "not a JSON object"), ("{", 1, "not a JSON object"),
    ])
  func malformed(text: String, line: Int, problem: String) {
    let error = #expect(throws: MalformedLine.self) { try decode(text) }
    #expect(error?.line == line)
    #expect(error?.problem == problem)
  }
}
