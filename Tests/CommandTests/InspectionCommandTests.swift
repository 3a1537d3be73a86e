import Foundation
import Testing
import TestSupport

@Suite struct InspectionCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test("info lists what is indexed")
  func info() throws {
    _ = try program.run("index")
    let result = try program.run("info")
    #expect(
      result.output == """
        13 documents, 37 passages
        0 % of what people ask may stand here; too few passages to refuse by evidence
        \(program.index.path)

        acts/ferieordning.txt: Ferieordning for Prøvebedriften
        acts/ordensloven.md: Lov om orden på arbeidsplassen (2024-07-01)
        encodings/decomposed.md: \("Ytringsfrihet på arbeidsplassen".decomposedStringWithCanonicalMapping)
        encodings/line-ends.md: Pauser
        encodings/utf-16.txt: Innleie av arbeidskraft
        encodings/windows-1252.txt: Avtale om hjemmekontor
        guides/en/dismissal.md: If you are dismissed
        guides/nn/ferie.md: Ferien din
        guides/oppsigelse.md: Når du får oppsigelse (2025-03-01)
        landsmote.md: Vedtekter for landsmøtet
        malformed.md: Lønn under streik
        program.txt: Handlingsprogram 2025–2029 (2025-05-09)
        referat.txt: Referat fra årsmøtet (2025-02-14)

        """)
    #expect(result.status == 0)
  }

  @Test("info in JSON")
  func infoJSON() throws {
    _ = try program.run("index")
    let result = try program.run("info", "--format", "json")
    let info = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((info["documents"] as? [Any])?.count == 13)
    #expect(info["passages"] as? Int == 37)
    #expect(info["mean_terms"] is Double)
  }

  @Test("without an index, info and verify say how to build one", arguments: ["info", "verify"])
  func missing(command: String) throws {
    let result = try program.run(command)
    #expect(result.status == 66)
    #expect(
      result.errors == "tillit: there is no index at \(program.index.path); "
        + "build it with `tillit index`\n")
  }

  @Test("verify: every citation checks")
  func verify() throws {
    _ = try program.run("index")
    let result = try program.run("verify")
    #expect(result.output == "37 passages in 13 documents check.\n")
    #expect(result.status == 0)
  }

  @Test("verify names the files that changed or are gone since they were indexed")
  func changedSources() throws {
    let texts = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      try texts.write("# Ferie \(name)\n\nDen er lang.\n", to: "\(name).md")
    }
    _ = try program.run("index", "-k", texts.url.path)
    try texts.write("# Ferie a\n\nDen er kort.\n", to: "a.md")
    try FileManager.default.removeItem(at: texts.file("b.md"))
    let result = try program.run("verify", "-k", texts.url.path)
    #expect(
      result.errors == """
        tillit: a.md: the file has changed since it was indexed
        tillit: b.md: the file is gone
        tillit: 2 problems; rebuild the index with `tillit index --rebuild`

        """)
    #expect(result.output == "")
    #expect(result.status == 65)
  }

  @Test(
    "help and version",
    arguments: [["--help"], ["--version"], ["help", "ask"], ["ask", "--help"]])
  func help(arguments: [String]) throws {
    let result = try program.run(Program.Invocation(arguments: arguments))
    #expect(result.status == 0)
    #expect(!result.output.isEmpty)
  }
}
