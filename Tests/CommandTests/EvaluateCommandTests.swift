import Foundation
import Testing
import TestSupport

@Suite struct EvaluateCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("index")
  }

  private let questions = """
    {"id": "1", "lang": "nb", "text": "pauserom", "kind": "direct", "relevant": [{"doc": \
    "line-ends.md", "quote": "Kan arbeidstaker ikke forlate arbeidsplassen, regnes pausen som \
    arbeidstid.", "grade": 2}]}
    {"id": "2", "lang": "nb", "text": "kvantefysikk", "kind": "unanswerable", "relevant": []}
    {"id": "3", "lang": "nb", "text": "hva gjør sommerpatruljen?", "kind": "lay", "history": \
    ["lærlinger"], "relevant": [{"doc": "program.txt", "quote": "Finnes ikke i noen av tekstene", \
    "grade": 2}]}

    """

  @Test("the mean of each measure, overall and by kind, and refusals")
  func table() throws {
    let file = try program.folder.write(questions, to: "q.jsonl")
    let result = try program.run("evaluate", file.path)
    for line in [
      "all           2      0.500      0.500      0.500       0.500   0.500    0.500",
      "direct        1      1.000      1.000      1.000       1.000   1.000    1.000",
      "lay           1      0.000      0.000      0.000       0.000   0.000    0.000",
      "refused 1 of 1 unanswerable, answered 2 of 2 answerable",
    ] {
      #expect(result.output.contains(line))
    }
    #expect(result.status == 0)
  }

  @Test("a run file has a line for every question, best passage first")
  func runFile() throws {
    let file = try program.folder.write(questions, to: "q.jsonl")
    let run = program.folder.file("run.jsonl")
    _ = try program.run("evaluate", file.path, "--run-out", run.path)
    let lines = try String(contentsOf: run, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 3)
    let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    let passages = try #require(first?["passages"] as? [[String: Any]])
    #expect(first?["id"] as? String == "1")
    #expect(passages.count <= 10)
    #expect(passages[0]["document"] as? String == "encodings/line-ends.md")
    #expect(
      passages[0]["text"] as? String
        == "Kan arbeidstaker ikke forlate arbeidsplassen, regnes pausen som arbeidstid.")
  }

  @Test(
    "a line that can't be read is named",
    arguments: [
      ("{\"id\": \"1\", \"text\": \"a\"}\nnei\n", "line 2: not a JSON object"),
      ("{\"id\": \"1\"}\n", "line 1: the key \"text\" is missing"),
    ])
  func malformed(text: String, message: String) throws {
    let file = try program.folder.write(text, to: "q.jsonl")
    let result = try program.run("evaluate", file.path)
    #expect(result.status == 65)
    #expect(result.errors == "tillit: \(file.path), \(message)\n")
  }

  @Test("no question file, and no place for a run file")
  func missing() throws {
    let result = try program.run("evaluate", "borte.jsonl")
    #expect(result.status == 66)
    #expect(result.errors == "tillit: there is no question file borte.jsonl\n")
    let file = try program.folder.write(questions, to: "q.jsonl")
    let unwritable = try program.run("evaluate", file.path, "--run-out", "/dev/null/run.jsonl")
    #expect(unwritable.status == 74)
    #expect(unwritable.errors.hasPrefix("tillit: /dev/null/run.jsonl: "))
  }
}
