import Foundation
import Testing

@Suite("tillit evaluate")
struct EvaluationCommandTests {
  @Test("scores in a table, in JSON and in CSV")
  func formats() throws {
    let program = try EvaluationProgram()
    let text = try program.tillit("evaluate", "questions.jsonl")
    #expect(text.exitCode == 0)
    #expect(
      text.output.hasPrefix(
        """
        slice    n  success@1  success@3  success@5  success@10  MRR@10  nDCG@10
        all     10      1.000      1.000      1.000       1.000   1.000    1.000
        direct  10      1.000      1.000      1.000       1.000   1.000    1.000

        """))
    #expect(text.output.hasSuffix("refused 0 of 0 unanswerable, answered 10 of 10 answerable\n"))
    let json = try program.tillit("evaluate", "questions.jsonl", "--format", "json")
    #expect(json.output.contains("\"success@1\":1"))
    let csv = try program.tillit("evaluate", "questions.jsonl", "--format", "csv")
    #expect(csv.output.contains("language,nb,nDCG@10,10,1.000000\r\n"))
  }

  @Test("writes a run that scores the same when it is read, and TREC files that do too")
  func runs() throws {
    let program = try EvaluationProgram()
    _ = try program.tillit(
      "evaluate", "questions.jsonl", "--run-out", "run.jsonl", "--trec-run", "run.trec",
      "--trec-qrels", "qrels")
    let again = try program.tillit(
      "evaluate", "questions.jsonl", "--run", "run.jsonl", "--against", "run.jsonl")
    #expect(again.output.contains("all     10      1.000"))
    #expect(again.output.hasSuffix("No difference in any question.\n"))
    let trec = try program.tillit("evaluate", "qrels", "--run", "run.trec")
    #expect(trec.exitCode == 0)
    #expect(trec.output.hasPrefix("slice   n  success@1  success@5  success@10    MRR"))
    #expect(trec.output.contains("all    10      1.000"))
  }

  @Test("a comparison names what was won and lost")
  func comparison() throws {
    let program = try EvaluationProgram()
    _ = try program.tillit("evaluate", "questions.jsonl", "--run-out", "run.jsonl")
    let lines = try program.read("run.jsonl").split(separator: "\n")
    try program.write(lines.dropFirst(4).joined(separator: "\n"), to: "worse.jsonl")
    let result = try program.tillit(
      "evaluate", "questions.jsonl", "--run", "worse.jsonl", "--against", "run.jsonl",
      "--report", "report.html")
    #expect(result.output.contains("lost (4): om-ferie, om-lønn, om-overtid, om-permisjon"))
    #expect(
      result.output.contains(
        "all       success@1  10   1.000  0.600      -0.400  -0.700 … -0.100  0.1250"))
    #expect(try program.read("report.html").contains("Questions lost"))
  }

  @Test("the gate passes what is the same, stops what is worse and names the questions")
  func gate() throws {
    let program = try EvaluationProgram()
    let missing = try program.tillit("evaluate", "questions.jsonl", "--baseline", "base.json")
    #expect(missing.exitCode == 66)
    let accepted = try program.tillit(
      "evaluate", "questions.jsonl", "--baseline", "base.json", "--accept")
    #expect(accepted.exitCode == 0)
    let same = try program.tillit("evaluate", "questions.jsonl", "--baseline", "base.json")
    #expect(same.exitCode == 0)
    #expect(same.notices.hasSuffix("No difference from the baseline.\n"))
    try program.emptyTexts()
    let worse = try program.tillit("evaluate", "questions.jsonl", "--baseline", "base.json")
    #expect(worse.exitCode == 1)
    #expect(worse.notices.contains("success@1 fell from 1.000 to 0.000"))
    #expect(worse.notices.contains("lost (10): om-attest, om-ferie"))
    #expect(try program.read("base.json").contains("\"id\":\"om-ferie\""))
  }

  @Test("what can't be read is named, with the line")
  func failures() throws {
    let program = try EvaluationProgram()
    try program.write("{\"id\": \"1\", \"text\": \"a\"}\n{\"id\": 2}\n", to: "bad.jsonl")
    try program.write("1 0 a 1\n", to: "qrels")
    try program.write("{}", to: "base.json")
    let cases: [(arguments: [String], exitCode: Int32, notice: String)] = [
      (["nowhere.jsonl"], 66, "tillit: there is no question file nowhere.jsonl"),
      (["bad.jsonl"], 65, "bad.jsonl, line 2: the value of \"id\" has the wrong type"),
      (["questions.jsonl", "--against", "qrels"], 65, "qrels, line 1: not a JSON object"),
      (["qrels"], 65, "TREC qrels can't be asked; name a run with --run"),
      (["qrels", "--run", "bad.jsonl"], 65, "bad.jsonl, line 1: expected 6 fields"),
      (["questions.jsonl", "--accept"], 64, "--accept needs --baseline FILE."),
      (["questions.jsonl", "--baseline", "base.json"], 65, "base.json is no baseline"),
    ]
    for item in cases {
      let result = try program.run(["evaluate"] + item.arguments)
      #expect(result.exitCode == item.exitCode, "\(item.arguments)")
      #expect(result.notices.contains(item.notice), "\(result.notices)")
    }
  }
}
