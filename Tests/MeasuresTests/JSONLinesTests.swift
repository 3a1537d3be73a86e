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

  @Test("what is written is read again the same")
  func roundTrip() throws {
    let questions = [
      EvaluationQuestion(
        id: "1", lang: "nn", text: "a/b \u{2028}?", kind: "lay",
        relevant: [.init(doc: "x/a.md", range: ByteRange(start: 1, end: 9), grade: 2)],
        irrelevant: [
          .init(doc: "b.md", quote: "nei", grade: 0, shown: ByteRange(start: 0, end: 3))
        ],
        history: ["før"], notes: "n"),
      EvaluationQuestion(id: "2", text: "b"),
    ]
    let data = try JSONLines.encode(questions)
    #expect(data.filter { $0 == UInt8(ascii: "\n") }.count == 2)
    #expect(try JSONLines.decode(EvaluationQuestion.self, from: data) == questions)
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
      (
        "{\"id\": \"1\", \"text\": \"a\", \"relevant\": [{\"doc\": \"a\", \"grade\": 1}]}", 1,
        "the value of \"quote\" is wrong: a judgement needs a quote or a range"
      ),
      ("[1, 2]", 1, "not a JSON object"), ("{", 1, "not a JSON object"),
    ])
  func malformed(text: String, line: Int, problem: String) {
    let error = #expect(throws: MalformedLine.self) { try decode(text) }
    #expect(error?.line == line)
    #expect(error?.problem == problem)
  }
}
