import Foundation
import TestSupport
import Testing

@Suite("A session over a pipe")
struct PipedChatTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test("one JSON object a line, in order, with nothing else on standard output")
  func json() throws {
    let result = try program.run(
      ["chat", "--format", "json"], input: "hviletid?\n\n/bare vaktbytte\n/hjelp\nbytte vakt\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    for (line, question) in zip(lines, ["hviletid?", "bytte vakt"]) {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["question"] as? String == question)
    }
    #expect(result.notices.contains("Spør nå bare i Vaktbytte."))
    #expect(result.status == 0)
  }

  @Test(
    "the exit code tells whether the last question found something",
    arguments: [
      ("hviletid?\n", 0), ("hviletid?\n/new\nzzzz\n", 1), ("zzzz\nhviletid?", 0), ("", 0),
    ])
  func exitCode(input: String, status: Int) throws {
    #expect(try program.run(["chat"], input: input).status == Int32(status))
  }

  @Test("commands work over a pipe, and nothing is coloured or prompted")
  func commands() throws {
    let result = try program.run(
      ["--batch"], input: "bytte av vakter?\n/åpne 2\n/opn\n/quit\nnever\n")
    #expect(result.output.hasPrefix("1. Turordningsloven § 1-1 (2)\n"))
    #expect(result.output.contains("Ja, når styrmannen får vite det"))
    #expect(!result.output.contains("\u{1B}") && !result.output.contains("> "))
    #expect(result.notices == "Ingen kommando heter /opn. Mente du /åpne?\n\n")
  }

  @Test("at a terminal --batch never prompts")
  func batch() throws {
    let terminal = try program.terminal(["chat", "--batch"])
    try terminal.type("hviletid?\n\u{4}")
    #expect(try terminal.end() == 0)
    #expect(!terminal.screen.text.contains("> "))
    #expect(terminal.screen.text.contains("Etter en nattevakt"))
  }

  @Test("a saved session is verified until its source changes", arguments: ["sak.md", "sak.html"])
  func evidence(name: String) throws {
    let saved = try program.run(["chat"], input: "bytte av vakter?\n/lagre \(name)\n")
    #expect(saved.notices.contains("Lagret 1 spørsmål i \(name)."))
    let verified = try program.run(["verify", name])
    #expect(verified.status == 0)
    #expect(verified.output.hasSuffix("3 quotes in \(name) stand in the texts.\n"))

    let text = try #require(SmallCollection.texts["acts/turordningsloven.md"])
    try program.folder.write(
      "Ny første linje.\n\n" + text.replacing("---\ntitle", with: "title"),
      to: "texts/acts/turordningsloven.md")
    let moved = try program.run(["verify", name])
    #expect(moved.status == 0)
    #expect(moved.output.contains("the same words, now at byte"))

    try program.folder.write(
      text.replacing("tre dager", with: "to dager"), to: "texts/acts/turordningsloven.md")
    let changed = try program.run(["verify", name])
    #expect(changed.status == 65)
    #expect(changed.notices.contains("the text has changed and no longer says this"))
    #expect(changed.notices.contains("1 of 3 quotes in \(name) don't stand"))

    let file = program.folder.file(name)
    let altered = try String(contentsOf: file, encoding: .utf8)
      .replacing("elleve timer", with: "ni timer")
    try altered.write(to: file, atomically: true, encoding: .utf8)
    let tampered = try program.run(["verify", name])
    #expect(tampered.status == 65)
    #expect(tampered.notices == "tillit: \(name) has been changed since it was saved\n")
  }

  @Test("what isn't a saved session is named as such")
  func notEvidence() throws {
    try program.folder.write("# Notes\n", to: "notes.md")
    #expect(try program.run(["verify", "notes.md"]).status == 65)
    #expect(try program.run(["verify", "none.md"]).status == 66)
  }

  @Test("completions are printed for three shells", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let result = try program.run(["completions", shell])
    #expect(result.status == 0)
    for command in ["chat", "ask", "verify", "completions"] {
      #expect(result.output.contains(command))
    }
    #expect(try program.run(["completions", "csh"]).status == 64)
  }

  @Test("the manual page names every command, option and session command")
  func manual() throws {
    let page = try program.run(["manual"]).output
    #expect(page.hasPrefix(".TH TILLIT 1"))
    for text in [".SS tillit chat", "\\-\\-knowledge", "/open N, /åpne", "XDG_STATE_HOME"] {
      #expect(page.contains(text))
    }
    #expect(!page.contains("/tmp") && !page.contains("/work"))
  }

  @Test("10,000 random lines over a pipe are answered without a crash")
  func randomLines() throws {
    var generator = SeededGenerator(seed: 3)
    var input: [UInt8] = []
    let words = ["/open 1", "/more", "/why", "hviletid", "/only tol", "/all", "/new", "\u{1B}[2J"]
    for _ in 0..<10_000 {
      input += Array((words.randomElement(using: &generator) ?? "").utf8)
      input += generator.bytes(upTo: 10).map { $0 == UInt8(ascii: "q") ? 0x2E : $0 } + [0x0A]
    }
    let result = try program.run(
      ["--batch", "--limit", "1"], input: String(decoding: input, as: UTF8.self))
    #expect(result.status == 0 || result.status == 1)
    let scalars = (result.output + result.notices).unicodeScalars
    #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    #expect(!scalars.contains { (0x7F...0x9F).contains($0.value) })
  }
}
