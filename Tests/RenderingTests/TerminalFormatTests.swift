import Analysis
import Rendering
import Retrieval
import Testing

@Suite struct TerminalFormatTests {
  private func text(
    _ answer: Answer, language: Language = .bokmål, colour: Bool = false, width: Int = 60
  ) -> String {
    TerminalFormat(
      language: language, style: TerminalStyle(usesColour: colour), width: width, limit: 3
    ).string(answer)
  }

  @Test("an answer, plain")
  func plain() {
    #expect(
      text(SampleAnswers.answered()) == """
        1. Lov om orden § 2-1 (2)
           Kapittel 2. Oppsigelse › § 2-1 Frister · per 2024-07-01 ·
           acts/orden.md, linje 12

           (1) Fristen er én måned.
           (2) Arbeidstaker med minst fem år
           har to måneder. Mer følger av avtale.

        """)
  }

  @Test("an answer in colour: the quote bright, the rest dim, the words found marked")
  func colour() {
    let styled = text(SampleAnswers.answered(), colour: true, width: 100)
    #expect(styled.contains("\u{1B}[1;36mLov om orden § 2-1 (2)\u{1B}[0m"))
    #expect(styled.contains("\u{1B}[2m(1)\u{1B}[0m \u{1B}[1;33mFristen\u{1B}[0m"))
    #expect(styled.contains(" Arbeidstaker med minst fem år\n"))
    #expect(styled.contains("har to måneder. \u{1B}[2mMer\u{1B}[0m"))
  }

  @Test("colour changes nothing but colour")
  func sameWords() {
    let coloured = text(SampleAnswers.answered(), colour: true)
    let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(bare == text(SampleAnswers.answered()))
  }

  @Test(
    "nothing found, in every language",
    arguments: [
      (
        Language.bokmål,
        "Tekstene her svarer ikke på dette.\nIngenting her om: kvant, fysikk.\n"
      ),
      (.nynorsk, "Tekstane her svarar ikkje på dette.\nIngenting her om: kvant, fysikk.\n"),
      (.english, "The texts here do not answer this.\nNothing here about: kvant, fysikk.\n"),
    ])
  func notFound(language: Language, expected: String) {
    let answer = SampleAnswers.answer(
      to: "kvant fysikk", status: .notFound, unknown: ["kvant", "fysikk"])
    #expect(text(answer, language: language) == expected)
  }

  @Test("an uncertain answer says so first")
  func uncertain() {
    let answer = SampleAnswers.answer(
      to: "frist", status: .uncertain, passages: [SampleAnswers.cited()])
    #expect(text(answer, language: .english).hasPrefix("Uncertain match: "))
  }

  @Test("the parts of a question are told apart: where each is answered, and which isn't")
  func parts() {
    var answer = SampleAnswers.answer(
      to: "frist og månefrikort", status: .answered, passages: [SampleAnswers.cited()])
    answer.parts = [
      Answer.Part(text: "hva er fristen", status: .uncertain, passage: SampleAnswers.cited()),
      Answer.Part(text: "hva er månefrikort", status: .notFound, passage: nil),
    ]
    #expect(
      text(answer, language: .bokmål).hasPrefix(
        """
        Del for del:
        • hva er fristen: Lov om orden § 2-1 (2) (usikkert)
        • hva er månefrikort: ikke funnet her

        1. Lov om orden
        """))
  }

  @Test("no more passages than asked for, an empty line between")
  func limit() {
    let passages = (1...5).map { SampleAnswers.cited(rank: $0) }
    let answer = SampleAnswers.answer(to: "frist", status: .answered, passages: passages)
    let shown = text(answer)
    #expect(shown.contains("\n\n3. Lov om orden"))
    #expect(!shown.contains("4. Lov om orden"))
  }

  @Test("no line is wider than the terminal", arguments: [20, 40, 60, 80])
  func width(columns: Int) {
    for colour in [false, true] {
      let lines = text(SampleAnswers.answered(), colour: colour, width: columns)
        .split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= columns })
    }
  }

  @Test(
    "line ends that a page's width made are no line ends on the terminal",
    arguments: [
      (
        "Flest mulig arbeidstakere skal være organiserte her.|Verving er en oppgave",
        "Flest mulig arbeidstakere skal være organiserte her.|Verving er en oppgave"
      ),
      (
        "Flest mulig arbeidstakere skal være organiserte, og|verving er en oppgave.|Ny",
        "Flest mulig arbeidstakere skal være organiserte, og verving er en oppgave.|Ny"
      ),
      (
        "Flest mulig arbeidstakere skal organiseres av LO i|Norge og i Sverige.",
        "Flest mulig arbeidstakere skal organiseres av LO i Norge og i Sverige."
      ),
      (
        "Klubbene skal ha en plan, og de får hjelp med nærings-|politiske analyser",
        "Klubbene skal ha en plan, og de får hjelp med nærings-|politiske analyser"
      ),
      ("Kravene er|kort sagt|disse", "Kravene er|kort sagt|disse"),
      (
        "Loven gjelder ikke for de virksomhetene som driver|a) sjøfart|– fangst|(2) Ledd",
        "Loven gjelder ikke for de virksomhetene som driver|a) sjøfart|– fangst|(2) Ledd"
      ),
    ])
  func softBreaks(text: String, expected: String) {
    for lineEnd in ["\n", "\r\n"] {
      let joined = text.replacing("|", with: lineEnd).joiningSoftBreaks
      #expect(joined.utf8.count == text.replacing("|", with: lineEnd).utf8.count)
      let shown = joined.safeForTerminal.wrapped(to: 1_000).joined(separator: "|")
      #expect(shown == expected)
    }
  }

  @Test(
    "lines break at spaces",
    arguments: [
      ("ett to tre", 7, ["ett to", "tre"]), ("ett", 2, ["ett"]), ("", 10, []),
      ("én\nto", 10, ["én", "to"]), ("日本 語", 5, ["日本", "語"]),
    ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }
}
