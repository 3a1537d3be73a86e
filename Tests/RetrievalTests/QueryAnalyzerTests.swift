import Analysis
import Retrieval
import Testing

@Suite struct QueryAnalyzerTests {
  private func analyze(_ text: String) -> AnalyzedQuery { QueryAnalyzer().analyze(Question(text)) }

  @Test("each word once, in the order of the question")
  func order() {
    let query = analyze("Ferie, ferie og atter FERIE!")
    #expect(query.terms.map(\.form) == ["ferie", "og", "atter"])
  }

  @Test("function words count less, numbers and units more")
  func weights() {
    let weights = analyze("hvor § 15-3 om frist").terms.map { ($0.form, $0.weight) }
    let expected = [
      "hvor": 0.3, "om": 0.3, "frist": 1.0, "15": 1.5, "3": 1.5, "§15-3": 1.5,
    ]
    for (form, weight) in weights { #expect(expected[form] == weight, "\(form)") }
    #expect(weights.count == expected.count)
  }

  @Test("at most 64 terms are looked up")
  func termLimit() {
    let text = (0..<500).map { "o\($0)" }.joined(separator: " ")
    #expect(analyze(text).terms.count == AnalyzedQuery.termLimit)
  }

  @Test("a word has its stem in both languages")
  func stems() {
    let term = analyze("the dismissals").terms[1]
    #expect(term.stem(in: .english) == "dismiss")
    #expect(term.stem(in: .bokmål) == term.stem(in: .nynorsk))
  }

  @Test(
    "a question is cut at 1,000 characters and says so",
    arguments: [(999, false), (1_000, false), (1_001, true), (100_000, true)])
  func lengthLimit(length: Int, isShortened: Bool) {
    let question = Question(String(repeating: "å", count: length))
    #expect(question.text.count == min(length, 1_000))
    #expect(question.isShortened == isShortened)
  }

  @Test("characters of endless marks are bounded in bytes")
  func byteLimit() {
    let question = Question("a" + String(repeating: "\u{301}", count: 1_000_000))
    #expect(question.text.utf8.count <= 8_003)
  }
}
