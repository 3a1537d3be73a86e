import Foundation
import Measures
import Rendering
import Testing
@testable import tillit

@Suite("tillit judge")
struct JudgeCommandTests {
  private let passage = JudgeablePassage(
    document: "a.md", heading: "Avtalen · Ferie", text: "Én. To. Tre.",
    range: ByteRange(start: 10, end: 23),
    sentences: [
      .init(text: "Én.", range: ByteRange(start: 10, end: 14)),
      .init(text: "To.", range: ByteRange(start: 15, end: 18)),
      .init(text: "Tre.", range: ByteRange(start: 19, end: 23)),
    ])

  @Test(
    "what a judge types",
    arguments: [
      ("2", .grade(2, sentences: nil)), ("1 3", .grade(1, sentences: 3...3)),
      (" 2  1-3 ", .grade(2, sentences: 1...3)), ("0", .grade(0, sentences: nil)),
      ("s", .skip), ("n", .next), ("q", .quit), ("", nil), ("3", nil), ("2 4", nil),
      ("2 0", nil), ("2 3-1", nil), ("2 1-2-3", nil), ("2 -", nil), ("0 1", nil), ("2 1 2", nil),
      ("quit", nil), ("2 x", nil),
    ] as [(String, JudgingMark?)])
  func marks(line: String, mark: JudgingMark?) {
    #expect(JudgingMark(line, sentenceCount: 3) == mark)
  }

  @Test("a mark of sentences is a judgement of what stands there, byte for byte")
  func judgement() {
    let part = Judgement(of: passage, grade: 1, sentences: 1...2)
    #expect(part.quote == "Én. To.")
    #expect(part.range == ByteRange(start: 10, end: 18))
    #expect(part.shown == passage.range)
    let whole = Judgement(of: passage, grade: 2, sentences: nil)
    #expect(whole.quote == passage.text)
    #expect(whole.range == passage.range)
  }

  /// A session whose judge types the lines given, and what it wrote.
  private func session(_ lines: [String]) -> (EvaluationQuestion?, String) {
    var remaining = lines[...]
    var written = ""
    let session = JudgingSession(
      style: .init(usesColour: false), width: 60, readLine: { remaining.popFirst() },
      write: { written += $0 })
    let question = EvaluationQuestion(
      id: "1", text: "hva?", relevant: [.init(doc: "b.md", quote: "før", grade: 1)])
    let other = JudgeablePassage(
      document: "c.md", heading: "C", text: "Fire.", range: ByteRange(start: 0, end: 5),
      sentences: [.init(text: "Fire.", range: ByteRange(start: 0, end: 5))])
    return (session.judge(question, [passage, other], place: "1 of 1"), written)
  }

  @Test("marks are added to what was judged before")
  func marking() throws {
    let (judged, written) = session(["2 2", "0"])
    let question = try #require(judged)
    #expect(question.relevant.map(\.quote) == ["før", "To."])
    #expect(question.irrelevant.map(\.doc) == ["c.md"])
    #expect(
      written == """

        Question 1 of 1: hva?

        Passage 1 of 2 Avtalen · Ferie
          1 Én.
          2 To.
          3 Tre.
        > 
        Passage 2 of 2 C
          1 Fire.
        > 
        """)
  }

  @Test("what isn't understood is asked again; s and n leave passages unjudged")
  func leaving() throws {
    let (skipped, written) = session(["hva", "s", "1"])
    #expect(written.contains(JudgingSession.help))
    #expect(skipped?.relevant.map(\.doc) == ["b.md", "c.md"])
    #expect(session(["n"]).0?.relevant.count == 1)
  }

  @Test("a question that isn't finished is not kept", arguments: [[], ["2"], ["2", "q"], ["q"]])
  func quitting(lines: [String]) {
    #expect(session(lines).0 == nil)
  }

  @Test("questions come from plain text, feedback or a question file")
  func input() throws {
    let program = try EvaluationProgram()
    func questions(_ text: String) throws -> [EvaluationQuestion] {
      try program.write(text, to: "input")
      let path = program.folder.appendingPathComponent("input").path
      return try JudgingInput(path: path).questions
    }
    let plain = try questions("hvor lang er ferien?\n\n how long is the notice period? \r\n")
    #expect(plain.map(\.text) == ["hvor lang er ferien?", "how long is the notice period?"])
    #expect(plain.map(\.lang) == ["nb", "en"])
    let feedback = try questions(
      """
      {"question": "hvor lang er ferien?", "passage_id": "x", "document": "a.md", "verdict": "-"}
      {"question": "hvor lang er ferien?", "passage_id": "y", "document": "a.md", "verdict": "+"}
      """)
    #expect(feedback.map(\.id) == [plain[0].id])
    #expect(try questions("{\"id\": \"1\", \"text\": \"a\"}").map(\.id) == ["1"])
    #expect(throws: Failure.self) { try questions("{\"x\": 1}") }
  }

  @Test("what is judged can be evaluated, isn't asked again, and two judges can be compared")
  func whole() throws {
    let program = try EvaluationProgram()
    try program.write("Hva gjelder for ferie?\nHva gjelder for pause?\n", to: "asked.txt")
    let first = try program.tillit(
      "judge", "asked.txt", "--out", "mine.jsonl", "--depth", "2", input: "2 1\n0\nq\n")
    #expect(first.exitCode == 0)
    #expect(first.notices.hasSuffix("1 of 2 questions judged: mine.jsonl\n"))
    #expect(!first.output.contains("score"))
    let second = try program.tillit(
      "judge", "asked.txt", "--out", "mine.jsonl", "--depth", "2", input: "0\n2 1\n")
    #expect(second.notices.hasSuffix("2 of 2 questions judged: mine.jsonl\n"))
    #expect(!second.output.contains("for ferie?"))
    #expect(try program.tillit("evaluate", "mine.jsonl").output.contains("all    2"))
    _ = try program.tillit(
      "judge", "asked.txt", "--out", "yours.jsonl", "--depth", "2", input: "2\n0\n2\n0\n")
    let agreement = try program.tillit("judge", "--agreement", "mine.jsonl", "yours.jsonl")
    #expect(
      agreement.output == """
        judged by both   passages   same  by chance  kappa
        grades 0, 1, 2          4  0.500      0.500  0.000
        relevant or not         4  0.500      0.500  0.000

        """)
  }

  @Test(
    "wrong usage is told",
    arguments: [
      ["judge", "a"], ["judge", "a", "b", "--out", "c"], ["judge", "--agreement", "a"],
      ["judge", "a", "--out", "b", "--depth", "11"],
    ])
  func usage(arguments: [String]) throws {
    #expect(try EvaluationProgram().run(arguments).exitCode == 64)
  }
}
