import Foundation
import TestSupport
import Testing

@Suite("A session at a terminal")
struct TerminalSessionTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Later starts, so that the screen begins with one line.
  private func started(
    columns: Int = 80, rows: Int = 24, changing changes: [String: String] = [:],
    _ arguments: [String] = []
  ) throws -> PseudoTerminal {
    try program.folder.write("", to: "state/tillit/greeted")
    let terminal = try program.terminal(
      arguments, columns: columns, rows: rows, changing: changes)
    try terminal.wait(for: "3 tekster")
    return terminal
  }

  @Test("the first start greets, answers a question and leaves at Ctrl-D")
  func firstStart() throws {
    let terminal = try program.terminal()
    try terminal.wait(for: "Prøv for eksempel:")
    #expect(
      terminal.screen.text.hasPrefix(
        """
        Tillit svarer med tekstenes egne ord og kilde. Ingenting forlater maskinen.
        3 tekster, 6 avsnitt: Turordningsloven, Vaktbytte, Crew policy.
        Spør med egne ord. /hjelp viser resten; Ctrl-D avslutter.
        Prøv for eksempel:
        """))
    try terminal.type("bytte av vakter?\r")
    try terminal.wait(for: "Åpne et treff")
    try terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(terminal.screen.unknownSequences.isEmpty)
  }

  @Test("an answer, 80 by 24")
  func screen80() throws {
    let terminal = try started()
    try terminal.type("bytte av vakter?\r")
    try terminal.wait(for: "Åpne et treff")
    #expect(
      terminal.screen.text == """
        3 tekster, 6 avsnitt · /hjelp
        > bytte av vakter?
        1  «(2) Bytte av vakter skal varsles skriftlig til styrmannen minst tre dager
           før vakten begynner.»
           (1) Kaptein og mannskap deler vaktene likt mellom seg. Ingen skal stå to
           vakter på rad. […]
           Turordningsloven § 1-1 (2) · per 2024-07-01
           acts/turordningsloven.md, linje 17 · Kapittel 1 Vakter › § 1-1 Fordeling av…

        2  Vaktbytte, Kan jeg bytte vakt med en kamerat? · «Ja, når styrmannen får vit…
        3  Turordningsloven § 1-2 · «Etter en nattevakt skal mannskapet ha hviletid i…

        Åpne et treff: skriv nummeret. Alt annet: /hjelp

        >
        """)
  }

  @Test("an answer, 40 by 15, leaves the question in sight")
  func screen40() throws {
    let terminal = try started(columns: 40, rows: 15)
    try terminal.type("bytte av vakter?\r")
    try terminal.wait(for: "«(2) Bytte")
    #expect(
      terminal.screen.text == """
        > bytte av vakter?
        1  «(2) Bytte av vakter skal varsles
           skriftlig til styrmannen minst tre
           dager før vakten begynner.»
           Turordningsloven § 1-1 (2) ·
           per 2024-07-01
           acts/turordningsloven.md, linje 17…

        2  Vaktbytte, Kan jeg bytte vakt med e…
        3  Turordningsloven § 1-2 · «Etter en…

        Åpne et treff: skriv nummeret. Alt
        annet: /hjelp

        >
        """)
  }

  @Test("an answer, 200 by 50, and the window made smaller")
  func resize() throws {
    let terminal = try started(columns: 200, rows: 50)
    try terminal.type("bytte av vakter?\r")
    try terminal.wait(for: "Åpne et treff")
    #expect(
      terminal.screen.lines[2]
        == "1  «(2) Bytte av vakter skal varsles skriftlig til styrmannen minst tre dager før vakten"
        + " begynner.»")
    terminal.resize(columns: 50, rows: 20)
    try terminal.type("hviletid etter nattevakt?\r")
    try terminal.wait(for: "1  «Etter en nattevakt")
    #expect(
      terminal.screen.text.contains("1  «Etter en nattevakt skal mannskapet ha\n   hviletid"))
  }

  @Test("the line can be edited, in letters of any width")
  func editing() throws {
    let terminal = try started()
    try terminal.type("hvile på søen")
    try terminal.type("\u{1B}[D\u{1B}[D" + "j" + "\u{1}" + "/kopier \u{5}" + "\u{15}")
    try terminal.wait(for: "the empty line") { $0.isAtPrompt }
    try terminal.type("jeg heter 山田 hviletd\u{1B}[Di\u{7F}i\r")
    try terminal.wait(for: "Etter en nattevakt")
    #expect(terminal.screen.text.contains("> jeg heter 山田 hvileti"))
    #expect(terminal.screen.unknownSequences.isEmpty)
  }

  @Test("Ctrl-C gives up the line, and earlier lines come back and can be searched")
  func cancelAndHistory() throws {
    let terminal = try started()
    try terminal.type("/bare vaktbytte\r")
    try terminal.wait(for: "Spør nå bare i Vaktbytte.")
    try terminal.type("noe jeg angrer\u{3}")
    try terminal.wait(for: "> noe jeg angrer^C")
    try terminal.type("\u{1B}[A")
    try terminal.wait(for: "the line before") { $0.currentLine == "> /bare vaktbytte" }
    try terminal.type("\u{15}/alle\r")
    try terminal.wait(for: "Spør alle tekstene.")
    try terminal.type("\u{12}vaktb")
    try terminal.wait(for: "> /bare vaktbytte\nbck:vaktb", atPrompt: false)
    try terminal.type("\r")
    try terminal.wait(for: "the end") { $0.isAtPrompt }
    try terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test("Tab completes commands, names and provisions")
  func completion() throws {
    let terminal = try started()
    try terminal.type("/kil\t")
    try terminal.wait(for: "/kilder") { $0.currentLine == "> /kilder" }
    try terminal.type("\u{15}turo\t§ 1\t\t")
    try terminal.wait(for: "the choices") { screen in
      screen.text.hasSuffix("§ 1-1  § 1-2\n> turordningsloven § 1-")
    }
    try terminal.type("2\r")
    try terminal.wait(for: "1  «")
  }

  @Test("the line editor's own commands can't be reached", arguments: ["x", "X"])
  func editorCommands(key: String) throws {
    let terminal = try started()
    try terminal.type("\u{1B}\(key)\r")
    try terminal.type("hviletid?\r")
    try terminal.wait(for: "1  «Etter en nattevakt")
  }

  @Test("long texts go through the pager, and the prompt is back after it")
  func pager() throws {
    let terminal = try started(rows: 10, changing: ["PAGER": "tail -n 3"])
    try terminal.type("/hjelp\r")
    try terminal.wait(for: "/avslutt")
    #expect(!terminal.screen.text.contains("/åpne"))
  }

  @Test("with NO_COLOR nothing is coloured, and without it words are marked")
  func colour() throws {
    let terminals = [try started(changing: ["NO_COLOR": "1"]), try started()]
    for terminal in terminals {
      try terminal.type("hviletid?\r")
      try terminal.wait(for: "1  «Etter en nattevakt")
    }
    let written = terminals.map { String(decoding: $0.written, as: UTF8.self) }
    #expect(!written[0].contains("\u{1B}[1;33m") && !written[0].contains("\u{1B}[2m"))
    #expect(written[1].contains("\u{1B}[1;33mhviletid\u{1B}[0m"))
  }

  @Test("links lead to the source where the terminal follows them")
  func links() throws {
    let terminal = try started(changing: ["TILLIT_LINKS": "on"])
    try terminal.type("hviletid?\r")
    try terminal.wait(for: "1  «Etter en nattevakt")
    #expect(
      terminal.screen.links == ["8;;https://example.org/turordningsloven\u{1B}\\", "8;;\u{1B}\\"])
  }

  @Test("a terminal that can't move its cursor gets plain lines")
  func dumb() throws {
    let terminal = try started(changing: ["TERM": "dumb"])
    try terminal.type("half a line")
    try terminal.wait(for: "> half a line", atPrompt: false)
    try terminal.type("\u{3}")
    try terminal.wait(for: "> half a line^C", atPrompt: false)
    try terminal.type("hviletid?\r")
    try terminal.wait(for: "1  «Etter en nattevakt")
    #expect(!terminal.written.contains(0x1B))
    try terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test("letters survive where the locale knows only ASCII")
  func localeC() throws {
    let terminal = try started(changing: ["LC_ALL": "C"])
    try terminal.type("får jeg kaffe på vakt?\r")
    try terminal.wait(for: "1  «Kokken")
    #expect(terminal.screen.text.contains("> får jeg kaffe på vakt?"))
  }

  @Test("for a screen reader every part says what it is")
  func plain() throws {
    let terminal = try started(["--plain"])
    try terminal.type("hviletid?\r")
    try terminal.wait(for: "Sitat: «Etter en nattevakt")
    #expect(terminal.screen.text.contains("\nKilde: Turordningsloven § 1-2 · per 2024-07-01"))
  }

  @Test("texts that change are read anew behind an open session")
  func refresh() throws {
    _ = try program.run(["index"])
    try program.folder.write("# Ny regel\n\nPapegøyer skal ha navneskilt.\n", to: "texts/ny.md")
    let terminal = try started()
    // The refresh is told of before a prompt; empty lines ask for one until it is.
    while !terminal.screen.text.contains("lest på nytt: 4 tekster") {
      try terminal.type("\r")
      try terminal.wait(for: "a prompt") { $0.isAtPrompt }
    }
    try terminal.type("papegøyer?\r")
    try terminal.wait(for: "«Papegøyer skal ha navneskilt.»")
  }

  @Test("questions are remembered between starts only where that was agreed")
  func history() throws {
    let terminal = try started()
    try terminal.type("hemmelig spørsmål\r")
    try terminal.wait(for: "svarer ikke")
    try terminal.type("/historikk på\r")
    try terminal.wait(for: "lesbart bare for deg")
    try terminal.type("hviletid?\r")
    try terminal.wait(for: "1  «Etter en nattevakt")
    try terminal.type("/avslutt\r")
    #expect(try terminal.end() == 0)
    let kept = try String(contentsOf: program.folder.file("state/tillit/history"), encoding: .utf8)
    #expect(kept == "/historikk på\nhviletid?\n/avslutt\n")
    let again = try started()
    try again.type("\u{1B}[A\u{1B}[A")
    try again.wait(for: "the question") { $0.currentLine == "> hviletid?" }
  }

  @Test("3,000 random lines neither crash it nor leave the terminal changed")
  func randomLines() throws {
    let terminal = try started()
    let modes = try modesBefore()
    var generator = SeededGenerator(seed: 11)
    let kept = [
      "hviletid?", "/open 1", "/more", "/zzz", "1", "/lang en", "/why", "/only tol", "/all",
    ]
    // Ctrl-D and Ctrl-Z leave, Ctrl-S and Ctrl-Q hold the screen, Ctrl-C and Ctrl-\ throw away what
    // was typed ahead: these do what they should.
    let left: Set<UInt8> = [0x04, 0x1A, 0x13, 0x11, 0x03, 0x1C]
    for _ in 0..<3_000 {
      var line = generator.bytes(upTo: 20).filter { !left.contains($0) }
      if Bool.random(using: &generator) {
        line = Array((kept.randomElement(using: &generator) ?? "").utf8)
      }
      // Ctrl-A, Ctrl-K: whatever mode the bytes before led to, a line of their own ends them.
      try terminal.type(line + [UInt8(ascii: "\r")])
    }
    try terminal.type("\u{3}\u{3}\r/lang nb\r/hviletid\r")
    try terminal.wait(for: "Ingen kommando heter /hviletid", atPrompt: false)
    try terminal.type("\u{3}/quit\r")
    #expect(try terminal.end() == 0)
    #expect(terminal.modes() == modes)
  }

  /// How a terminal is before any program has touched it.
  private func modesBefore() throws -> [UInt32] {
    let terminal = try PseudoTerminal(
      ["/bin/cat"], environment: [:], folder: program.folder.url)
    return terminal.modes()
  }
}
