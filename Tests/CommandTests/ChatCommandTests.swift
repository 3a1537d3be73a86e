import Foundation
import Testing
import TestSupport

@Suite struct ChatCommandTests {
  private let program: Program

  init() throws {
    program = try Program()
    _ = try program.run("index")
  }

  @Test("piped input: one question a line, one answer each, no prompt")
  func piped() throws {
    let result = try program.run("chat", "--limit", "1", input: "pauserom\n\n  \nkvantefysikk\n")
    #expect(
      result.output.hasPrefix(
        """
        1. Pauser, Pauserom
           Pauserom · encodings/line-ends.md, linje 8

           Kan arbeidstaker ikke forlate arbeidsplassen, regnes pausen som arbeidstid.

        Tekstene her svarer ikke på dette.
        Ingenting her om: kvantefysikk.
        """))
    #expect(result.errors == "")
  }

  @Test(
    "the exit code is the last answer's",
    arguments: [
      ("pauserom\n", Int32(0)), ("kvantefysikk\n", 1), ("kvantefysikk\npauserom", 0), ("", 0),
    ])
  func exitCode(input: String, status: Int32) throws {
    #expect(try program.run("chat", input: input).status == status)
  }

  @Test("chat is what the program does by itself")
  func defaultCommand() throws {
    let named = try program.run("chat", input: "pauserom\n")
    #expect(try program.run(input: "pauserom\n").output == named.output)
  }

  @Test("JSON: one object a line")
  func json() throws {
    let result = try program.run("chat", "--format", "json", input: "pause\nferie\nkvantefysikk\n")
    let lines = result.output.split(separator: "\n")
    let statuses = try lines.map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return object?["status"] as? String
    }
    #expect(statuses.count == 3)
    #expect(statuses.last == "not_found")
  }

  @Test("bytes that are no text, NUL, escapes and endless lines are answered")
  func hostileInput() throws {
    let lines: [[UInt8]] = [
      [0xFF, 0xFE, 0x20] + Array("ferie".utf8), Array("fe\u{0}rie".utf8),
      Array("\u{1B}[2Jferie".utf8), Array(repeating: 0x61, count: 1_000_000),
      Array(String(repeating: "ferie ", count: 10_000).utf8),
    ]
    let result = try program.run(
      Program.Invocation(
        arguments: ["chat", "--format", "json"], input: Data(lines.joined(separator: [0x0A]))))
    #expect([0, 1].contains(result.status))
    #expect(result.output.split(separator: "\n").count == lines.count)
    #expect(!result.output.contains("\u{1B}"))
  }
}
