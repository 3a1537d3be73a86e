import Foundation
@testable import Measures
import Testing

@Suite struct EvaluationReportTests {
  private func answers(_ count: Int, text: String = "svar", better: Bool = true) -> [JudgedAnswer] {
    (0..<count).map { index in
      let quote = "det riktige svaret er nummer \(index)"
      let passages = (0..<10).map { rank in
        RunEntry.Passage(
          document: "mappe/tekst-\(rank).md",
          text: rank == (better ? 0 : 3) ? "\(quote) \(text)" : text,
          score: Double(10 - rank), confidence: Double(index % 10) / 10,
          quote: .init(text: quote), citation: "Loven § \(rank)", explanation: text)
      }
      return JudgedAnswer(
        RunEntry(
          id: "q\(index)", status: index % 9 == 8 ? "not_found" : "answered",
          passages: passages, latency: Double(index % 7)),
        to: EvaluationQuestion(
          id: "q\(index)", lang: ["nb", "nn", "en"][index % 3], text: "spørsmål \(text)",
          kind: ["lay", "typo"][index % 2],
          relevant: index % 7 == 6
            ? [] : [.init(doc: "tekst-\(better ? 0 : 3).md", quote: quote, grade: 2)]))
    }
  }

  @Test("everything that comes from outside is escaped")
  func escaping() {
    let hostile = "<script>alert('x')</script> & \"</style>\" \u{202E}\u{0}"
    let html = EvaluationReport(title: hostile, answers(3, text: hostile)).html
    #expect(!html.contains("<script"))
    #expect(!html.contains("alert('x')"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;"))
    #expect(html.components(separatedBy: "</style>").count == 2)
    #expect(!html.unicodeScalars.contains("\u{202E}"))
    #expect(!html.unicodeScalars.contains("\u{0}"))
  }

  @Test("needs nothing from elsewhere")
  func selfContained() {
    let html = EvaluationReport(title: "t", answers(5)).html
    for needle in ["http:", "https:", "src=", "@import", "url(", "<link", "<script"] {
      #expect(!html.contains(needle), "\(needle)")
    }
  }

  @Test("every tag that is opened is closed, in order")
  func balance() {
    let others = answers(20, better: false)
    let own = answers(20)
    let comparison = Comparison(ScoreTable(others), ScoreTable(own))
    let html = EvaluationReport(title: "t", own, comparedWith: (others, comparison)).html
    let void: Set<Substring> = ["meta", "!DOCTYPE"]
    var open: [Substring] = []
    for match in html.matches(of: /<(\/?)([A-Za-z0-9!]+)[^>]*?(\/?)>/) {
      if void.contains(match.2) || !match.3.isEmpty { continue }
      if match.1.isEmpty {
        open.append(match.2)
      } else {
        #expect(open.popLast() == match.2)
      }
    }
    #expect(open.isEmpty)
  }

  @Test("identifiers are unique, and every link within the page leads somewhere")
  func links() {
    let html = EvaluationReport(title: "t", answers(12)).html
    let ids = html.matches(of: /\sid="([^"]+)"/).map(\.1)
    #expect(Set(ids).count == ids.count)
    let targets = html.matches(of: /\shref="#([^"]+)"/).map(\.1)
    #expect(!targets.isEmpty && targets.allSatisfy(ids.contains))
  }

  @Test("stays small with a thousand questions of long texts")
  func size() {
    let html = EvaluationReport(
      title: "t", answers(1_000, text: String(repeating: "lange ord æøå ", count: 60))
    ).html
    #expect(html.utf8.count <= 2_000_000)
    #expect(html.contains("id=\"q-q999\""))
  }

  @Test("an even comparison says so, and an uneven one shows both sides")
  func comparison() {
    let own = answers(10)
    let even = EvaluationReport(
      title: "t", own, comparedWith: (own, Comparison(ScoreTable(own), ScoreTable(own)))
    ).html
    #expect(even.contains("No difference in any question."))
    let others = answers(10, better: false)
    let uneven = EvaluationReport(
      title: "t", own, comparedWith: (others, Comparison(ScoreTable(others), ScoreTable(own)))
    ).html
    #expect(uneven.contains("Questions won"))
    #expect(uneven.contains("class=\"pair\""))
  }

  @Test("an evaluation of nothing is still a page")
  func empty() {
    #expect(EvaluationReport(title: "t", []).html.contains("0 questions"))
  }

  @Test(
    "an anchor holds letters, digits and hyphens; different ids have different ones",
    arguments: [("own-001", "q-own-001"), ("a b", "q-a_32b"), ("a_32b", "q-a_9532b")])
  func anchors(id: String, anchor: String) {
    #expect(QuestionPage.anchor(of: id) == anchor)
  }

  @Test(
    "fields of a CSV are quoted where needed, and no formula gets through",
    arguments: [("lay", "lay"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("=1+1", "'=1+1")])
  func csv(kind: String, field: String) {
    let answer = JudgedAnswer(
      RunEntry(id: "1", status: "answered", passages: []),
      to: EvaluationQuestion(
        id: "1", text: "?", kind: kind, relevant: [.init(doc: "a", quote: "q", grade: 2)]))
    let text = EvaluationCSV(EvaluationSummary([answer])).text
    #expect(text.hasPrefix("dimension,slice,measure,questions,value\r\n"))
    #expect(text.contains("kind,\(field),success@1,1,0.000000\r\n"))
  }

  @Test(
    "figures have fixed decimals, signs, and no minus before zero",
    arguments: [
      (0.0494, "0.049", "+0.049"), (-0.0001, "0.000", "0.000"), (-1.5, "-1.500", "-1.500"),
    ])
  func figures(value: Double, fixed: String, signed: String) {
    #expect(value.fixed(3) == fixed)
    #expect(value.signed(3) == signed)
  }
}
