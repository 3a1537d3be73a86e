import Analysis
import Rendering
import Retrieval
import Testing

@Suite struct MarkdownFormatTests {
  private func markdown(_ answer: Answer) -> String {
    MarkdownFormat(language: .bokmål).string(answer)
  }

  @Test("an answer")
  func answered() {
    #expect(
      markdown(SampleAnswers.answered()) == """
        ## hvor lang er fristen?

        **Lov om orden § 2-1 (2)**

        > (1) Fristen er én måned.
        >
        > (2) Arbeidstaker med minst fem år
        > har to måneder. Mer følger av avtale.

        [Lov om orden](https://example.org/orden) · Kapittel 2. Oppsigelse › § 2-1 Frister · per \
        2024-07-01 · linje 12

        """)
  }

  @Test("nothing found")
  func notFound() {
    let answer = SampleAnswers.answer(to: "kvant", status: .notFound, unknown: ["kvant"])
    #expect(
      markdown(answer) == """
        ## kvant

        Tekstene her svarer ikke på dette.

        Ingenting her om: kvant.

        """)
  }

  @Test(
    "what Markdown or HTML would act on is escaped",
    arguments: [
      "*a*", "_a_", "`a`", "[a](b)", "![a](b)", "<b>a</b>", "<script>", "&amp;", "# a", "a | b",
      "~a~", "\\*", "> a", "{a}",
    ])
  func escaping(payload: String) {
    let shown = markdown(
      SampleAnswers.answered(question: payload, title: payload, text: payload))
    for character in "*_`[]<>#|~&{}" where payload.contains(character) {
      let bare = shown.replacing("\\\\", with: "").replacing("\\\(character)", with: "")
      let own = markdown(SampleAnswers.answered(question: "x", title: "x", text: "x"))
      #expect(
        bare.count { $0 == character } == own.count { $0 == character }, "\(character) acts")
    }
  }

  @Test(
    "a line of a quote never becomes a heading's underline, a rule or code",
    arguments: [
      ("===", "> \\==="), ("---", "> \\---"), ("- - -", "> \\- - -"), ("    a", "> a"),
      ("\ta", "> a"), ("- a", "> - a"), ("1. a", "> 1. a"),
    ])
  func blockMarks(line: String, expected: String) {
    let shown = markdown(SampleAnswers.answered(text: "Før.\n\(line)\nEtter."))
    #expect(shown.contains("\n> Før.\n\(expected)\n> Etter.\n"))
  }

  @Test(
    "an address that could end its link is left out",
    arguments: [
      "https://example.org/a)b", "javascript:alert(1)", "https://example.org/a b", "http://a\nb",
    ])
  func addresses(url: String) {
    #expect(!url.isWebAddress)
  }
}
