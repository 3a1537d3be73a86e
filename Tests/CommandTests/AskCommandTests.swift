import Foundation
import Testing
import TestSupport

@Suite struct AskCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  /// What a first build of the fixture folder says on standard error.
  static let buildNotice = """
    tillit: malformed.md, line 2: the metadata is not valid YAML (mapping values are not allowed \
    in this context); the text is indexed without it

    """

  @Test("an answer as text; the index is built first, and notices go to standard error")
  func text() throws {
    let result = try program.run("ask", "--limit", "1", "pauserom")
    #expect(
      result.output == """
        1. Pauser, Pauserom
           Pauserom · encodings/line-ends.md, linje 8

           Kan arbeidstaker ikke forlate arbeidsplassen, regnes pausen som arbeidstid.

        """)
    #expect(result.errors == Self.buildNotice)
    #expect(result.status == 0)
  }

  @Test("the second time, nothing is built and nothing is said")
  func secondTime() throws {
    _ = try program.run("ask", "pauserom")
    let result = try program.run("ask", "pauserom")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test("words need no quotation marks")
  func severalWords() throws {
    let together = try program.run("ask", "hva gjør sommerpatruljen")
    let apart = try program.run("ask", "hva", "gjør", "sommerpatruljen")
    #expect(apart.output == together.output)
  }

  @Test("nothing found: it says so, and exits with 1")
  func notFound() throws {
    let result = try program.run("ask", "kvantefysikk")
    #expect(
      result.output.hasPrefix(
        "Tekstene her svarer ikke på dette.\nIngenting her om: kvantefysikk.\n"))
    #expect(result.status == 1)
  }

  @Test(
    "the interface speaks the language of --lang, TILLIT_LANG or the locale",
    arguments: [
      (["--lang", "nn"], [:], "Tekstane her svarar ikkje på dette."),
      ([], ["TILLIT_LANG": "en"], "The texts here do not answer this."),
      ([], ["LANG": "en_GB.UTF-8"], "The texts here do not answer this."),
      ([], ["LC_ALL": "nn_NO.UTF-8"], "Tekstane her svarar ikkje på dette."),
      (["--lang", "nb"], ["TILLIT_LANG": "en"], "Tekstene her svarer ikke på dette."),
    ] as [([String], [String: String], String)])
  func language(options: [String], environment: [String: String], expected: String) throws {
    let result = try program.run(
      Program.Invocation(
        arguments: ["ask"] + options + ["kvantefysikk"], environment: environment))
    #expect(result.output.hasPrefix(expected))
  }

  @Test("JSON is one line, with ranges into the file's own bytes")
  func json() throws {
    let result = try program.run("ask", "--format", "json", "hva gjør sommerpatruljen?")
    #expect(result.output.count { $0 == "\n" } == 1)
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(answer["question"] as? String == "hva gjør sommerpatruljen?")
    #expect(answer["elapsed_ms"] is Double)
    let passage = try #require((answer["passages"] as? [[String: Any]])?.first)
    #expect(passage["document"] as? String == "program.txt")
    let range = try #require(passage["range"] as? [String: Int])
    let source = Array(
      try Data(contentsOf: Fixtures.knowledge.appendingPathComponent("program.txt")))
    let start = try #require(range["start"])
    let end = try #require(range["end"])
    #expect(String(decoding: source[start..<end], as: UTF8.self) == passage["text"] as? String)
  }

  @Test("Markdown quotes as a block")
  func markdown() throws {
    let result = try program.run("ask", "--format", "markdown", "--limit", "1", "pauserom")
    #expect(
      result.output == """
        ## pauserom

        **Pauser, Pauserom**

        > Kan arbeidstaker ikke forlate arbeidsplassen, regnes pausen som arbeidstid.

        Pauser · Pauserom · linje 8

        """)
  }

  @Test("colour only where it is asked for: a pipe gets none")
  func colour() throws {
    let plain = try program.run("ask", "pauserom").output
    #expect(!plain.contains("\u{1B}"))
    let coloured = try program.run("ask", "--color", "always", "pauserom").output
    #expect(coloured.contains("\u{1B}[1;36m"))
    #expect(try program.run("ask", "--color", "never", "pauserom").output == plain)
  }

  @Test(
    "wrong usage exits with 64 and says what is wrong",
    arguments: [
      (["ask"], "Missing expected argument"), (["ask", "--limit", "0", "x"], "--limit must be"),
      (["ask", "--limit", "11", "x"], "--limit must be"),
      (["ask", "--limit", "ti", "x"], "invalid"),
      (["ask", "--format", "xml", "x"], "invalid"), (["ask", "--lang", "sv", "x"], "invalid"),
      (["ask", "--color", "red", "x"], "invalid"), (["ask", "--nope", "x"], "Unknown option"),
      (["nope"], "Unexpected argument"),
    ])
  func usage(arguments: [String], message: String) throws {
    let result = try program.run(Program.Invocation(arguments: arguments))
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
    #expect(result.output == "")
  }

  @Test("hostile questions are answered or not found, and nothing of them reaches the terminal raw")
  func hostile() throws {
    for question in [
      "\" OR NEAR( *", "\u{1B}]0;x\u{7}ferie", "'; DROP TABLE passage;--", "§§§", "%s",
    ] {
      let result = try program.run("ask", question)
      #expect([0, 1].contains(result.status))
      #expect(!result.output.contains("\u{1B}") && !result.errors.contains("\u{1B}"))
    }
  }

  @Test("an answer that can't be written is an error, not a crash")
  func fullOutput() throws {
    let result = try program.run(
      Program.Invocation(arguments: ["ask", "pauserom"], outputPath: "/dev/full"))
    #expect(result.status == 74)
    #expect(
      result.errors.hasSuffix(
        "tillit: the answer can't be written: standard output is full or closed\n"))
  }
}
