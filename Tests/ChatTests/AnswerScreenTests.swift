import Analysis
import Documents
import Rendering
import Retrieval
import TestSupport
import Testing

@testable import Chat

@Suite("Answers on a screen")
struct AnswerScreenTests {
  private let question = Question("bytte av vakter?")

  private func answer() throws -> Answer { try SmallCollection.assistant().answer(to: question) }

  private func render(
    _ answer: Answer, on screen: Screen = Screen(), language: Language = .bokmål,
    _ change: (inout AnswerScreen.Context) -> Void = { _ in }
  ) -> String {
    var context = AnswerScreen.Context()
    change(&context)
    return AnswerScreen(ChatText(language), on: screen, context: context).string(answer)
  }

  @Test("the quoted sentence comes first, then its passage, citation and place")
  func layout() throws {
    let text = render(try answer())
    #expect(
      text == """
        1  «(2) Bytte av vakter skal varsles skriftlig til styrmannen minst tre dager
           før vakten begynner.»
           (1) Kaptein og mannskap deler vaktene likt mellom seg. Ingen skal stå to
           vakter på rad. […]
           Turordningsloven § 1-1 (2) · per 2024-07-01
           acts/turordningsloven.md, linje 17 · Kapittel 1 Vakter › § 1-1 Fordeling av…

        2  Vaktbytte, Kan jeg bytte vakt med en kamerat? · «Ja, når styrmannen får vit…
        3  Turordningsloven § 1-2 · «Etter en nattevakt skal mannskapet ha hviletid i…

        """)
  }

  @Test("no line is wider than the screen", arguments: [20, 40, 80, 200])
  func width(columns: Int) throws {
    let screen = Screen(width: columns, rows: 15)
    for line in render(try answer(), on: screen).split(separator: "\n") {
      #expect(line.displayWidth <= max(columns, 20))
    }
  }

  @Test("an answer fits the screen's rows, its sentence always whole", arguments: 8...30)
  func rows(count: Int) throws {
    let text = render(try answer(), on: Screen(width: 60, rows: count)) { $0.showsHint = true }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(lines <= max(count - 3, 7))
    #expect(text.contains("styrmannen minst tre"))
    #expect(text.contains("Turordningsloven § 1-1 (2)"))
  }

  @Test("colour marks the words asked for and dims what stands around")
  func colour() throws {
    let screen = Screen(style: TerminalStyle(usesColour: true))
    let text = render(try answer(), on: screen)
    #expect(text.contains("\u{1B}[1;33mBytte\u{1B}[0m"))
    #expect(text.contains("\u{1B}[2mKaptein\u{1B}[0m"))
    #expect(text.contains(" skal varsles skriftlig"))
  }

  @Test("links lead to the source only where the screen follows them")
  func links() throws {
    let address: (IndexedDocument) -> String? = { $0.metadata.url }
    let followed = render(try answer(), on: Screen(followsLinks: true)) { $0.address = address }
    #expect(followed.contains("\u{1B}]8;;https://example.org/turordningsloven\u{1B}\\"))
    #expect(followed.contains("\u{1B}]8;;\u{1B}\\\n"))
    #expect(!render(try answer()) { $0.address = address }.contains("\u{1B}"))
  }

  @Test(
    "an address that isn't printable ASCII is no link",
    arguments: ["https://a\u{1B}]0;x\u{7}", "https://a b", "https://\u{9C}x", "https://ø.no", "\n"])
  func hostileLink(address: String) throws {
    let text = render(try answer(), on: Screen(followsLinks: true)) {
      $0.address = { _ in address }
    }
    #expect(!text.contains("\u{1B}"))
  }

  @Test("a screen reader is told what each part is")
  func plain() throws {
    let text = render(try answer(), on: Screen(isPlain: true))
    #expect(text.hasPrefix("Treff 1.\nSitat: «(2) Bytte av vakter"))
    #expect(text.contains("\nRundt sitatet: (1) Kaptein"))
    #expect(text.contains("\nKilde: Turordningsloven § 1-1 (2) · per 2024-07-01, "))
    #expect(text.contains("\nTreff 2. Vaktbytte, Kan jeg bytte vakt med en kamerat?. «Ja"))
  }

  @Test("what was understood, corrected and carried is said first")
  func interpretation() throws {
    var interpretation = Interpretation(language: .bokmål)
    interpretation.corrections = [Interpretation.Correction(from: "bytet", to: "bytte")]
    interpretation.carried = ["nattevakt"]
    interpretation.concepts = ["vaktbytte"]
    let answer = Answer(
      to: question, .uncertain, passages: try answer().passages, interpretation: interpretation)
    #expect(
      render(answer) { $0.scopeLabel = "Turordningsloven" }.hasPrefix(
        """
        Bare i: Turordningsloven
        Søkte på «bytte» for «bytet».
        Fra samtalen: nattevakt.
        Forstått som: vaktbytte.
        Usikkert treff: les hele avsnittet før du bruker det.

        1  «(2) Bytte
        """))
  }

  @Test("a refusal names what is missing, the nearest miss and what to try")
  func refusal() throws {
    var interpretation = Interpretation(language: .english)
    interpretation.unknownWords = ["salary"]
    let question = Question("what salary?")
    var answer = Answer(to: question, .notFound, passages: [], interpretation: interpretation)
    answer.nearestMiss = try self.answer().passages.first
    answer.suggestions = ["rest", "guard duty"]
    #expect(
      render(answer, language: .english) == """
        The texts here do not answer this.
        Nothing here about: salary.

        Nearest, but probably no answer:
        1  Turordningsloven § 1-1 (2) · “(2) Bytte av vakter skal varsles skriftlig ti…

        Try: rest · guard duty

        """)
  }

  @Test("an answered, an uncertain and an unanswered question look different without colour")
  func statuses() throws {
    var interpretation = Interpretation(language: .bokmål)
    interpretation.unknownWords = ["vakter", "unasked"]
    let texts = try [Answer.Status.answered, .uncertain, .notFound].map { status in
      let answer = Answer(
        to: question, status, passages: try answer().passages, interpretation: interpretation)
      return render(answer)
    }
    #expect(texts[0].hasPrefix("1  «(2) Bytte av vakter"))
    #expect(
      texts[1].hasPrefix(
        """
        Usikkert treff: les hele avsnittet før du bruker det.
        Ingenting her om: vakter.

        1  «(2) Bytte
        """))
    #expect(
      texts[2] == """
        Tekstene her svarer ikke på dette.
        Ingenting her om: vakter.

        """)
  }

  @Test("where there is little room, the places that a passage leads to are left out")
  func smallScreen() throws {
    var best = try #require(try answer().passages.first)
    let place = PassageID(rawValue: "x")
    best.refersTo = (1...9).map {
      CitedPassage.Link(citation: "Turordningsloven § \($0)-1", passage: place)
    }
    let linked = Answer(
      to: question, .answered, passages: [best],
      interpretation: Interpretation(language: .bokmål))
    let small = render(linked, on: Screen(width: 40, rows: 15))
    #expect(!small.contains("Viser til") && small.contains("Turordningsloven § 1-1 (2)"))
    let lines = render(linked, on: Screen(width: 41, rows: 40)).split(separator: "\n")
    #expect(lines.contains { $0.contains("Viser til: a Turordningsloven") })
    #expect(!lines.contains { $0.hasSuffix(" b") || $0.hasSuffix("§") })
  }

  @Test("a choice that narrows shows how to take it, and references have letters")
  func narrowingAndLinks() throws {
    var answer = try answer()
    answer.narrowing = Narrowing(choices: [
      Narrowing.Choice(label: "Turordningsloven", documents: [DocumentID("a")]),
      Narrowing.Choice(label: "Havneloven", documents: [DocumentID("b")]),
    ])
    var best = try #require(answer.passages.first)
    let place = PassageID(rawValue: "x")
    best.refersTo = [CitedPassage.Link(citation: "Turordningsloven § 1-2", passage: place)]
    best.citedBy = [CitedPassage.Link(citation: "Vaktbytte", passage: place)]
    let linked = Answer(
      to: question, .answered, passages: [best], interpretation: answer.interpretation)
    let text = render(linked)
    #expect(text.contains("   Viser til: a Turordningsloven § 1-2\n   Vist til i: b Vaktbytte\n"))
    #expect(
      render(answer).contains(
        "Hvilken gjelder: Turordningsloven eller Havneloven?\n"
          + "  /bare Turordningsloven\n  /bare Havneloven\n"))
  }

  @Test(
    "no control character from a text, title or name reaches the screen",
    arguments: [
      "\u{1B}[2J", "\u{1B}]52;c;AAAA\u{7}", "\u{9B}31m", "\u{202E}bak fram", "\r\roverskrevet",
      "\u{8}", "\u{1}", "\u{1B}]8;;https://x\u{1B}\\", "\u{85}", "\u{2028}",
    ])
  func hostileTexts(payload: String) throws {
    let texts = [
      "a\(payload)b.md": """
      ---
      title: "Tittel \(payload)"
      adopted: "2020\(payload)"
      ---
      # Overskrift \(payload)

      Bytte av vakter \(payload) varsles skriftlig. Kaptein og mannskap deler vaktene likt mellom \
      seg, og ingen skal stå to vakter på rad uten at det er avtalt på forhånd med tillitsmannen.
      """
    ]
    let assistant = try SmallCollection.assistant(texts)
    let settings = ChatSession.Settings()
    var session = ChatSession(FixedAssistant(assistant), settings: settings)
    let lines = [
      "bytte \(payload) vakter", "/open 1", "/doc 1", "/why 1", "/copy 1", "/sources", "/only a",
      "/drop \(payload)", "/only \(payload)", "/\(payload)", "/save \(payload)",
    ]
    for line in lines {
      for scalar in try session.shown(for: line).unicodeScalars where scalar != "\n" {
        #expect(!(0x00...0x1F).contains(scalar.value) && !(0x7F...0x9F).contains(scalar.value))
        #expect(![0x202E, 0x2028].contains(scalar.value))
      }
    }
  }
}
