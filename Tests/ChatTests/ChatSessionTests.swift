import Analysis
import Documents
import Foundation
import Rendering
import Retrieval
import TestSupport
import Testing

@testable import Chat

@Suite("A session")
struct ChatSessionTests {
  private let folder: TemporaryFolder
  private var session: ChatSession

  init() throws {
    folder = try TemporaryFolder()
    var settings = ChatSession.Settings()
    settings.program = "Tillit test"
    settings.state = StateFolder(folder.file("state"))
    settings.now = { Date(timeIntervalSince1970: 1_700_000_000) }
    session = ChatSession(FixedAssistant(try SmallCollection.assistant()), settings: settings)
  }

  private func permissions(of file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
  }

  @Test(
    "commands that need an answer say so before the first",
    arguments: [
      "/open 1", "/open a", "/more", "/doc", "/why", "/copy", "/feedback +",
    ])
  func beforeTheFirstAnswer(line: String) throws {
    var session = session
    #expect(try session.shown(for: line) == session.text.nothingShown)
  }

  @Test("a number by itself opens that passage, in its section")
  func open() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    let page = try session.shown(for: "1")
    #expect(page.contains("(1) Kaptein og mannskap"))
    #expect(page.contains("(2) Bytte av vakter"))
    #expect(!page.contains("Hviletiden"))
    #expect(page.hasPrefix("Turordningsloven § 1-1 (2) · per 2024-07-01\n"))
    #expect(try session.shown(for: "/open 9") == "Det er 3 treff; 9 finnes ikke.")
  }

  @Test("more of the text comes section by section, to the document's end")
  func more() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    _ = try session.shown(for: "/open 1")
    let wide = Screen(width: 200)
    #expect(try session.shown(for: "/more", on: wide).contains("Hviletiden kan ikke deles opp"))
    #expect(try session.shown(for: "/mer").contains("Tomme kanner"))
    #expect(try session.shown(for: "/more") == session.text.wholeDocumentShown)
  }

  @Test("a document is shown whole, with what is known of it")
  func document() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    let page = try session.shown(for: "/dok 1")
    #expect(page.hasPrefix("Lov om turordning\n"))
    #expect(page.contains("I kraft fra: 2020-01-01\n"))
    #expect(page.contains("Utgiver: Ordenstinget\n"))
    #expect(page.contains("SHA-256 "))
    #expect(page.contains("Tomme kanner"))
  }

  @Test("a reference is opened by its letter, and stays open for what follows")
  func link() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    let last = try #require(session.exchanges.last)
    session.exchanges = []
    var best = try #require(last.answer.passages.first)
    let hviletid = PassageID(rawValue: "acts/turordningsloven.md#§1-2/1")
    best.refersTo = [CitedPassage.Link(citation: "Turordningsloven § 1-2", passage: hviletid)]
    let answer = Answer(
      to: last.answer.question, .answered, passages: [best],
      interpretation: last.answer.interpretation)
    session.exchanges.append(
      ChatSession.Exchange(before: last.before, answer: answer, assistant: last.assistant))
    #expect(try session.shown(for: "/open a").contains("Etter en nattevakt skal mannskapet"))
    #expect(try session.shown(for: "/copy").contains("(Turordningsloven § 1-2, per 2024-07-01"))
    #expect(try session.shown(for: "/open b") == session.text.noSuchLink)
    session.opened = nil
    #expect(try session.shown(for: "a").contains("Etter en nattevakt skal mannskapet"))
    guard case .answer = try session.respond(to: "b", on: Screen()) else {
      Issue.record("a letter that leads nowhere is a question")
      return
    }
  }

  @Test("a citation is ready to paste, on one line")
  func copy() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    #expect(
      try session.shown(for: "/kopier 1", on: Screen(width: 40)) == """
        «(2) Bytte av vakter skal varsles skriftlig til styrmannen minst tre dager før vakten \
        begynner.» (Turordningsloven § 1-1 (2), per 2024-07-01, \
        https://example.org/turordningsloven)

        """)
  }

  @Test("why a passage was found is told, with every part of its score")
  func why() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    let why = try session.shown(for: "/why 1")
    #expect(why.contains("Ord i avsnittet: vaktene, vakter, bytte, vakten\n"))
    #expect(why.contains("Delene:\n"))
    #expect(session.exchanges.last?.answer.passages.first?.explanation == nil)
    let parts = [Explanation.Part("stem BM25", 4, parts: [Explanation.Part("bytt", 4)])]
    var cited = try #require(session.exchanges.last?.passages.first)
    cited.explanation = Explanation(parts: parts)
    let page = ReadingPages(session.text, on: Screen()).why(cited, nil)
    #expect(page.text.contains("Delene:\n  4.00  stem BM25\n    4.00  bytt\n"))
  }

  @Test("one text only is asked until all are again, and the last question is asked anew")
  func only() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    guard case .answer(let answer) = try session.respond(to: "/bare vaktbytte", on: Screen()) else {
      Issue.record("not asked again")
      return
    }
    #expect(answer.question.text == "bytte av vakter?")
    #expect(answer.question.scope.documents == [DocumentID("guides/vaktbytte.md")])
    #expect(answer.conversation.questions.count == 1)
    #expect(session.render(answer, on: Screen()).hasPrefix("Bare i: Vaktbytte\n"))
    _ = try session.shown(for: "/alle")
    #expect(session.scope.documents == nil)
    #expect(try session.shown(for: "/only zzz") == session.text.onlyUnknown)
    _ = try session.shown(for: "/only 1")
    #expect(session.scope.documents == [DocumentID("acts/turordningsloven.md")])
  }

  @Test("a date is kept for the questions that follow")
  func asOf() throws {
    var session = session
    #expect(
      try session.shown(for: "/per 1.3.2019") == "Tekster som gjaldt 2019-03-01, kommer først.")
    #expect(try session.shown(for: "hviletid").hasPrefix("Slik det var 2019-03-01\n"))
    _ = try session.shown(for: "/per i dag")
    #expect(session.scope.asOf == nil)
  }

  @Test("a carried word is dropped from the conversation, and the question asked anew")
  func drop() throws {
    var session = session
    _ = try session.shown(for: "hviletid etter nattevakt?")
    let last = try #require(session.exchanges.last)
    session.exchanges = []
    var interpretation = last.answer.interpretation
    interpretation.carried = ["nattevakt"]
    let answer = Answer(
      to: last.answer.question, .answered, passages: last.answer.passages,
      interpretation: interpretation)
    session.exchanges.append(
      ChatSession.Exchange(before: last.before, answer: answer, assistant: last.assistant))
    #expect(try session.shown(for: "/drop kaffe").contains("Tatt med: nattevakt."))
    guard case .answer(let again) = try session.respond(to: "/drop Nattevakt", on: Screen()) else {
      Issue.record("not asked again")
      return
    }
    #expect(again.conversation.dropped == ["nattevakt"])
    #expect(again.conversation.questions.count == 1)
  }

  @Test("a new conversation knows nothing of the old one")
  func new() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    _ = try session.shown(for: "/only vaktbytte")
    _ = try session.shown(for: "/new")
    #expect(session.conversation == Conversation())
    #expect(session.scope == Question.Scope())
    #expect(
      try session.shown(for: "/save \(folder.file("a.md").path)") == session.text.nothingToSave)
  }

  @Test("a saved session is the user's own, reads back, and is never put over another file")
  func save() throws {
    var session = session
    _ = try session.shown(for: "bytte av vakter?")
    for name in ["sak.md", "sak.html"] {
      let file = folder.file(name)
      #expect(try session.shown(for: "/lagre \(file.path)").hasPrefix("Lagret 1 spørsmål"))
      #expect(try permissions(of: file) == 0o600)
      let pack = try EvidenceFile.read(String(contentsOf: file, encoding: .utf8))
      #expect(pack.exchanges.map(\.question) == ["bytte av vakter?"])
      #expect(pack.saved == "2023-11-14T22:13:20Z")
    }
    _ = try session.shown(for: "hviletid?")
    #expect(try session.shown(for: "/save \(folder.file("sak.md").path)").hasPrefix("Lagret 2"))
    let other = try folder.write("mine", to: "other.md")
    #expect(try session.shown(for: "/save \(other.path)").contains("finnes fra før"))
    #expect(try String(contentsOf: other, encoding: .utf8) == "mine")
    #expect(try session.shown(for: "/save x.txt") == session.text.saveNeedsEnding)
    #expect(
      try session.shown(for: "/save \(folder.file("no/such/x.md").path)").hasPrefix("Kan ikke"))
  }

  @Test(
    "what verifies a saved session is told as it can be typed",
    arguments: [
      ("sak.md", "sak.md"), ("min sak.md", "'min sak.md'"), ("l'été.md", "'l'\\''été.md'"),
    ])
  func verification(name: String, typed: String) throws {
    var session = session
    session.settings.verification = "tillit verify --knowledge /texts"
    _ = try session.shown(for: "bytte av vakter?")
    let message = try session.shown(for: "/save \(folder.file(name).path)")
    #expect(
      message.hasSuffix(
        " tillit verify --knowledge /texts \(folder.file(name).path.quotedForShell)"))
    #expect(name.quotedForShell == typed)
  }

  @Test("a judgement is kept only after consent, by its owner alone, and can be withdrawn")
  func feedback() throws {
    var session = session
    let file = folder.file("state/feedback.jsonl")
    _ = try session.shown(for: "bytte av vakter?")
    #expect(try session.shown(for: "/vurder +").contains("Ingenting er lagret."))
    #expect(!FileManager.default.fileExists(atPath: file.path))
    #expect(try session.shown(for: "/vurder ja") == session.text.feedbackKept)
    #expect(try session.shown(for: "/vurder - 2") == session.text.feedbackKept)
    #expect(try permissions(of: file) == 0o600)
    #expect(
      try String(contentsOf: file, encoding: .utf8) == """
        {"document":"acts/turordningsloven.md","passage_id":"acts/turordningsloven.md#§1-1/1",\
        "question":"bytte av vakter?","verdict":"+"}
        {"document":"guides/vaktbytte.md",\
        "passage_id":"guides/vaktbytte.md#kan-jeg-bytte-vakt-med-en-kamerat/1",\
        "question":"bytte av vakter?","verdict":"-"}

        """)
    #expect(try session.shown(for: "/vurder nei") == session.text.feedbackWithdrawn)
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test("questions are remembered only after consent, and forgotten on request")
  func history() throws {
    var session = session
    let state = try #require(session.settings.state)
    try state.remember("før samtykke")
    #expect(!state.history.exists)
    _ = try session.shown(for: "/historikk på")
    try state.remember("etter\nsamtykke")
    #expect(try state.pastQuestions() == ["etter samtykke"])
    #expect(try permissions(of: state.history.url) == 0o600)
    #expect(try permissions(of: folder.file("state")) == 0o700)
    _ = try session.shown(for: "/historikk av")
    #expect(!state.history.exists)
  }

  @Test("the history keeps the newest questions only")
  func historyLimit() throws {
    let state = StateFolder(folder.file("long"))
    try state.history.create()
    let all = (1...StateFolder.historyLimit + 5).map { "spørsmål \($0)" }
    try state.history.write(all.map { $0 + "\n" }.joined())
    #expect(try state.pastQuestions() == Array(all.suffix(StateFolder.historyLimit)))
    #expect(try state.history.lines().count == StateFolder.historyLimit)
  }

  @Test("where history is switched off, none is kept or read")
  func historySwitchedOff() throws {
    try PrivateFile(folder.file("off/history")).create()
    let state = StateFolder(folder.file("off"), keepsHistory: false)
    try state.remember("hemmelig")
    #expect(try state.pastQuestions().isEmpty)
    #expect(try state.history.lines().isEmpty)
    var session = session
    session.settings.state = state
    #expect(try session.shown(for: "/history on") == session.text.stateUnavailable)
  }

  @Test("a history that is a link to elsewhere is not written through")
  func linkedHistory() throws {
    let target = try folder.write("", to: "target")
    try FileManager.default.createDirectory(
      at: folder.file("linked"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.file("linked/history"), withDestinationURL: target)
    let state = StateFolder(folder.file("linked"))
    #expect(throws: StateError.self) { try state.remember("hemmelig") }
    #expect(try Data(contentsOf: target).isEmpty)
  }

  @Test("the screen speaks the language it is told to")
  func language() throws {
    var session = session
    #expect(try session.shown(for: "/lang en") == "The screen is in English.")
    #expect(try session.shown(for: "zzzz").hasPrefix("The texts here do not answer this."))
    #expect(try session.shown(for: "/språk nn") == "Skjermen er på nynorsk.")
  }

  @Test("help has every command and fits the screen", arguments: Language.allCases, [30, 80])
  func help(language: Language, width: Int) throws {
    var session = session
    session.settings.language = language
    let page = try session.shown(for: "/help", on: Screen(width: width))
    for command in CommandName.allCases { #expect(page.contains(command.usage(in: language))) }
    for line in page.split(separator: "\n") { #expect(line.displayWidth < width) }
  }

  @Test("sources are listed with dates, all or those with a word")
  func sources() throws {
    var session = session
    #expect(
      try session.shown(for: "/kilder") == """
        3 tekster, 6 avsnitt
        Turordningsloven · per 2024-07-01 · acts/turordningsloven.md
        Vaktbytte · per 2025-03-01 · guides/vaktbytte.md
        Crew policy · policy.txt

        """)
    #expect(try session.shown(for: "/kilder crew").hasPrefix("1 tekst, 1 avsnitt\n"))
  }

  @Test("of a long name as much is listed as leaves room for the date")
  func narrowSources() throws {
    var session = session
    let lines = try session.shown(for: "/kilder", on: Screen(width: 26)).split(separator: "\n")
    #expect(lines[1].hasPrefix("Turord") && lines[1].hasSuffix("… · per 2024-07-01"))
    for line in lines.dropFirst() { #expect(line.displayWidth < 26) }
  }

  @Test("over a pipe a number is a question, and a change asks nothing by itself")
  func scripted() throws {
    var session = session
    session.settings.isConversational = false
    _ = try session.shown(for: "bytte av vakter?")
    guard case .answer = try session.respond(to: "1", on: Screen()) else {
      Issue.record("not a question")
      return
    }
    #expect(
      try session.shown(for: "/only vaktbytte") == "Spør nå bare i Vaktbytte. Alle igjen: /alle")
  }

  @Test("10,000 random lines bring no crash and no control character")
  func randomLines() throws {
    var session = session
    var generator = SeededGenerator(seed: 7)
    let words =
      CommandName.allCases.flatMap(\.names).map { "/" + $0 }
      + [
        "1", "a", "+", "-", "ja", "vaktbytte", "§ 1-1", "hviletid", "\u{1B}[2J", "\u{9B}m", "😀",
        "ø",
      ]
    for _ in 0..<10_000 {
      var line = String(decoding: generator.bytes(upTo: 12), as: UTF8.self)
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        line = (words.randomElement(using: &generator) ?? "") + " " + line
      }
      // Files are written elsewhere in these tests.
      guard !line.contains(".md"), !line.contains(".htm") else { continue }
      let width = Int.random(in: 1...120, using: &generator)
      let screen = Screen(width: width, rows: Int.random(in: 1...60, using: &generator))
      let shown = try session.shown(for: line, on: screen)
      #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
      #expect(!shown.unicodeScalars.contains { (0x80...0x9F).contains($0.value) })
    }
  }
}
