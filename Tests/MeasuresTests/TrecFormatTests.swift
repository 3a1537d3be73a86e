import Foundation
@testable import Measures
import Testing

@Suite struct TrecFormatTests {
  @Test("a run is read in trec_eval's order: score, then name from the end")
  func order() throws {
    let run = try TrecRun(
      Data("1 Q0 a 1 2.5 x\r\n\n1\tQ0  c 2 3 x\n1 Q0 b 3 2.5 x\n2 Q0 a 1 -1e-3 x".utf8))
    #expect(run.questions == ["1", "2"])
    #expect(run.hits(for: "1").map(\.document) == ["c", "b", "a"])
    #expect(run.hits(for: "3").isEmpty)
  }

  @Test(
    "a line that can't be read is named",
    arguments: [
      ("1 Q0 a 1 2.5 x\n1 Q0 b 2 x", 2, "expected 6 fields: question Q0 document rank score tag"),
      ("1 Q0 a 1 high x", 1, "the score \"high\" is no number"),
      ("1 Q0 a 1 nan x", 1, "the score \"nan\" is no number"),
      ("1 Q0 a 1 2 x\n\n1 Q0 a 2 1 x", 3, "a is named twice"),
    ])
  func malformedRun(text: String, line: Int, problem: String) {
    let error = #expect(throws: MalformedLine.self) { try TrecRun(Data(text.utf8)) }
    #expect(error == MalformedLine(line: line, problem: problem))
  }

  @Test(
    "so is one of the judgements",
    arguments: [
      ("1 0 a", 1, "expected 4 fields: question 0 document grade"),
      ("1 0 a 1\n1 0 b yes", 2, "the grade \"yes\" is no whole number"),
      ("1 0 a 1\n1 0 a 2", 2, "a is judged twice"),
    ])
  func malformedQrels(text: String, line: Int, problem: String) {
    let error = #expect(throws: MalformedLine.self) { try TrecQrels(Data(text.utf8)) }
    #expect(error == MalformedLine(line: line, problem: problem))
  }

  private let questions = [
    EvaluationQuestion(
      id: "spørsmål 1", text: "?",
      relevant: [
        .init(doc: "a.md", quote: "ferien er lang", grade: 1),
        .init(doc: "a.md", quote: "lønnen er god", grade: 2),
      ], irrelevant: [.init(doc: "b b.md", quote: "nei", grade: 0)]),
    EvaluationQuestion(id: "2", text: "?"),
  ]

  private let run = [
    RunEntry(
      id: "spørsmål 1", status: "answered",
      passages: [
        .init(document: "b b.md", text: "annet", range: ByteRange(start: 5, end: 9)),
        .init(document: "a.md", text: "ferien er lang, lønnen er god"),
        .init(document: "a.md", text: "ferien er lang"), .init(document: "b b.md", text: "nei"),
      ])
  ]

  @Test("answers become a run over judgements, each credited once and named without spaces")
  func export() {
    let answers = JudgedAnswer.judging(run, of: questions)
    #expect(
      TrecRun(answers).text == """
        spørsmål_1 Q0 b_b.md#5-9#1 1 4.0 tillit
        spørsmål_1 Q0 spørsmål_1.2 2 3.0 tillit
        spørsmål_1 Q0 a.md#?#3 3 2.0 tillit
        spørsmål_1 Q0 spørsmål_1.3 4 1.0 tillit

        """)
    #expect(
      TrecQrels(questions).text == """
        spørsmål_1 0 spørsmål_1.1 1
        spørsmål_1 0 spørsmål_1.2 2
        spørsmål_1 0 spørsmål_1.3 0

        """)
  }

  @Test("what trec_eval would make of an exported run is what we make of the answers")
  func agreement() throws {
    let answers = JudgedAnswer.judging(run, of: questions)
    let exported = JudgedAnswer.judging(
      try TrecRun(Data(TrecRun(answers).text.utf8)),
      by: try TrecQrels(Data(TrecQrels(questions).text.utf8)))
    #expect(exported.map(\.ranking) == answers.prefix(1).map(\.ranking))
  }
}
