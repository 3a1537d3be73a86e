@testable import Measures
import Testing

@Suite struct JudgementTests {
  private func question(_ quotes: [(doc: String, quote: String, grade: Int)]) -> EvaluationQuestion
  {
    EvaluationQuestion(
      id: "1", text: "?",
      relevant: quotes.map { .init(doc: $0.doc, quote: $0.quote, grade: $0.grade) })
  }

  private func grades(_ passages: [(String, String)], _ question: EvaluationQuestion) -> [Int?] {
    let entry = RunEntry(
      id: "1", status: "answered",
      passages: passages.map { RunEntry.Passage(document: $0.0, text: $0.1) })
    return JudgedRanking(entry, for: question).grades
  }

  @Test("a quote counts once, at its first appearance")
  func once() {
    let question = question([("a.md", "ferien er lang", 2), ("a.md", "lønnen er god", 1)])
    #expect(
      grades(
        [
          ("m/a.md", "Her: ferien er lang, ja."), ("a.md", "ferien er lang"),
          ("a.md", "lønnen er god"),
        ], question) == [2, nil, 1])
  }

  @Test("a passage with two quotes has the higher grade, and both are used up")
  func highest() {
    let question = question([("a.md", "én", 1), ("a.md", "to", 2)])
    #expect(grades([("a.md", "én og to"), ("a.md", "én")], question) == [2, nil])
  }

  @Test("the same words in another document answer nothing")
  func otherDocument() {
    #expect(
      grades([("b.md", "ferien er lang")], question([("a.md", "ferien er lang", 2)])) == [nil])
  }

  @Test("only the first ten passages count")
  func depth() {
    let question = question([("a.md", "ferien er lang", 2)])
    let passages = Array(repeating: ("a.md", "tom"), count: 10) + [("a.md", "ferien er lang")]
    #expect(grades(passages, question) == Array(repeating: nil, count: 10))
  }

  @Test(
    "a judgement names a file, or one path",
    arguments: [
      ("a.md", "a.md", true), ("a.md", "x/a.md", true), ("x/a.md", "x/a.md", true),
      ("x/a.md", "a.md", false), ("x/a.md", "y/a.md", false), ("a.md", "ba.md", false),
      ("a.md", "a.md/b", false),
    ])
  func naming(doc: String, document: String, names: Bool) {
    #expect(Judgement(doc: doc, quote: "q", grade: 2).names(document: document) == names)
  }

  @Test(
    "a range is held by a passage that covers 60 % of it",
    arguments: [(100, 200, 2), (90, 160, 2), (140, 300, 2), (141, 300, nil), (200, 300, nil)]
      as [(Int, Int, Int?)])
  func ranges(start: Int, end: Int, grade: Int?) {
    let question = EvaluationQuestion(
      id: "1", text: "?",
      relevant: [.init(doc: "a.md", range: ByteRange(start: 100, end: 200), grade: 2)])
    let entry = RunEntry(
      id: "1", status: "answered",
      passages: [.init(document: "a.md", text: "", range: ByteRange(start: start, end: end))])
    #expect(JudgedRanking(entry, for: question).grades == [grade])
  }

  @Test("what was judged and doesn't answer has grade 0; a relevant quote beside it wins")
  func irrelevant() {
    let question = EvaluationQuestion(
      id: "1", text: "?", relevant: [.init(doc: "a.md", quote: "to", grade: 2)],
      irrelevant: [.init(doc: "a.md", quote: "én", grade: 0)])
    #expect(grades([("a.md", "én"), ("a.md", "to"), ("a.md", "tre")], question) == [0, 2, nil])
    #expect(grades([("a.md", "én og to"), ("a.md", "én")], question) == [2, nil])
  }

  @Test("ideal grades stand highest first")
  func ideal() {
    let entry = RunEntry(id: "1", status: "answered", passages: [])
    let ranking = JudgedRanking(
      entry, for: question([("a", "x", 1), ("a", "y", 2), ("a", "z", 1)]))
    #expect(ranking.idealGrades == [2, 1, 1])
  }

  @Test(
    "a passage holds a quote by its words",
    arguments: [
      ("Ferien er\n  lang.", "Ferien er lang.", true),
      ("fe\u{AD}rien er lang", "ferien er lang", true),
      ("å være", "a\u{30A} være", true),
      ("Ferien er kort.", "Ferien er lang.", false),
      // A run of at least four words, and 60 % of the quote.
      ("en to tre fire fem NOE", "en to tre fire fem seks sju", true),
      ("en to tre fire NOE", "en to tre fire fem seks sju", false),
      ("en to tre NOE", "en to tre fire", false),
      ("en to NOE tre fire fem", "en to tre fire fem", false),
      ("EN, TO; tre – fire!", "en to tre fire", true),
    ])
  func holding(passage: String, quote: String, holds: Bool) {
    #expect(ComparableText(passage).holds(ComparableText(quote)) == holds)
  }
}
