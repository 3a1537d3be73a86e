import Documents
import Foundation
import SQLiteIndex
import Testing
import TestSupport

@Suite struct IndexCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test("builds once, then has nothing to do")
  func build() throws {
    let first = try program.run("index")
    #expect(
      first.errors == AskCommandTests.buildNotice
        + "Indexed 13 documents, 37 passages: \(program.index.path)\n")
    #expect(first.output == "")
    #expect(first.status == 0)
    let second = try program.run("index")
    #expect(second.errors == "The index is up to date: \(program.index.path)\n")
    #expect(second.status == 0)
    #expect(try program.run("index", "--rebuild").errors == first.errors)
  }

  @Test("an index in the cache folder is found again, whatever way the folder is named")
  func cache() throws {
    let environment = ["TILLIT_INDEX": ""]
    let knowledge = Fixtures.knowledge.path
    let first = try program.run("index", "--knowledge", knowledge, environment: environment)
    #expect(first.errors.contains(program.folder.file("cache/tillit").path))
    let second = try program.run(
      "index", "--knowledge", knowledge + "/../Knowledge/", environment: environment)
    #expect(second.errors.hasPrefix("The index is up to date"))
  }

  @Test("files that can't be read as text are named, with why; readme files go without saying")
  func skipped() throws {
    let texts = try TemporaryFolder()
    try texts.write("Ferien er lang.", to: "a.md")
    try texts.write("", to: "tom.md")
    try texts.write(" \n", to: "blank.md")
    try texts.write([0x89, 0x50, 0, 0], to: "bilde.txt")
    try texts.write("x", to: "tabell.xlsx\u{1B}[31m")
    try texts.write("x", to: "README.md")
    truncate(try texts.write("x", to: "stor.txt").path, 50_000_000)
    let result = try program.run("index", "--knowledge", texts.url.path)
    #expect(
      result.errors == """
        tillit: skipped bilde.txt: it is not text; convert it to UTF-8
        tillit: skipped blank.md: it holds no text
        tillit: skipped stor.txt: 50 MB is more than the limit of 20 MB; split it
        tillit: skipped tabell.xlsx\u{FFFD}[31m: Tillit reads .md and .txt, not .xlsx\u{FFFD}[31m
        tillit: skipped tom.md: it holds no text
        Indexed 1 documents, 1 passages: \(program.index.path)

        """)
    #expect(result.status == 0)
  }

  @Test("a folder that is missing or holds no documents is an error that says what to do")
  func noDocuments() throws {
    let empty = try TemporaryFolder()
    let result = try program.run("index", "--knowledge", empty.url.path)
    #expect(
      result.errors == "tillit: no documents to index: put .md or .txt files in the folder, "
        + "or name another with --knowledge FOLDER\n")
    #expect(result.status == 66)
    let missing = try program.run("ask", "--knowledge", empty.file("borte").path, "ferie")
    #expect(
      missing.errors == "tillit: there is no folder \(empty.file("borte").path); "
        + "name your texts with --knowledge FOLDER\n")
    #expect(missing.status == 66)
  }

  @Test("two folders are one collection")
  func twoFolders() throws {
    let other = try TemporaryFolder()
    try other.write("# Helt annet\n\nHvalfangst er historie.\n", to: "pauser.md")
    let result = try program.run(
      "ask", "--knowledge", Fixtures.knowledge.path, "--knowledge", other.url.path, "hvalfangst")
    #expect(result.output.hasPrefix("1. Helt annet"))
  }

  @Test("changed texts are indexed before the next answer")
  func refresh() throws {
    let texts = try TemporaryFolder()
    try texts.write("# Ferie\n\nFerien er lang.\n", to: "a.md")
    #expect(try program.run("ask", "-k", texts.url.path, "hvalfangst").status == 1)
    try texts.write("# Hval\n\nHvalfangst er historie.\n", to: "b.md")
    #expect(try program.run("ask", "-k", texts.url.path, "hvalfangst").status == 0)
    try FileManager.default.removeItem(at: texts.file("b.md"))
    #expect(try program.run("ask", "-k", texts.url.path, "hvalfangst").status == 1)
  }

  @Test("while another builds, a builder exits with 75, and askers get the old answer")
  func locked() throws {
    let texts = try TemporaryFolder()
    try texts.write("# Ferie\n\nFerien er lang.\n", to: "a.md")
    _ = try program.run("index", "-k", texts.url.path)
    try texts.write("# Lønn\n\nLønnen er god.\n", to: "b.md")
    let descriptor = open(program.index.path + ".lock", O_RDWR | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    defer { close(descriptor) }
    let builder = try program.run("index", "-k", texts.url.path)
    #expect(
      builder.errors == "tillit: another process is building the index \(program.index.path); "
        + "try again when it is done\n")
    #expect(builder.status == 75)
    let asker = try program.run("ask", "-k", texts.url.path, "ferie")
    #expect(asker.status == 0)
    #expect(asker.errors.hasSuffix("answering from the texts as they were indexed before\n"))
  }

  @Test("a damaged index is refused by every reader, with the command that rebuilds it")
  func damaged() throws {
    _ = try program.run("index")
    var bytes = try Data(contentsOf: program.index)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: program.index)
    for arguments in [["ask", "ferie"], ["info"], ["verify"], ["chat"]] {
      let result = try program.run(Program.Invocation(arguments: arguments))
      #expect(result.status == 65)
      #expect(result.output == "")
      #expect(
        result.errors == "tillit: the index \(program.index.path) is damaged and was not used; "
          + "rebuild it with `tillit index --rebuild`\n")
    }
    #expect(try program.run("index", "--rebuild").status == 0)
    #expect(try program.run("ask", "ferie").status == 0)
  }

  @Test("where the index can't be: an error that names the place")
  func impossiblePlace() throws {
    let result = try program.run("ask", "--index", "/dev/null/x.sqlite", "ferie")
    #expect(result.status == 74)
    #expect(result.errors.contains("/dev/null/x.sqlite can't be written"))
    let folder = try program.run("ask", "--index", program.folder.url.path, "ferie")
    #expect(folder.status == 74)
    #expect(folder.errors.contains("Is a directory"))
  }
}
