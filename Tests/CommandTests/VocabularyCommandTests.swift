import Foundation
import Testing

@Suite("tillit vocabulary")
struct VocabularyCommandTests {
  private static let text = """
    # Ferieloven

    ## § 5 Feriefritidens lengde

    Arbeidsgiver skal sørge for at arbeidstaker gis feriefritid på 25 virkedager hvert år.
    """

  private static let words = """
    concepts:
      - id: holiday
        nb: [feriefritid]
        en: [annual holiday]
        lay: {nb: [hvor mye ferie]}
        provisions: [ferieloven § 5]
    acts:
      - {name: ferieloven, aliases: [Holidays Act]}
    nynorsk: {feriefridom: feriefritid}

    """

  @Test("lookup shows what a word leads to and where that is defined")
  func lookup() throws {
    let program = try VocabularyProgram(words: Self.words)
    let result = try program.run("lookup", "hvor", "mye", "ferie", "har", "jeg")
    #expect(
      result.output == """
        holiday (words.yaml, line 2)
          searches for (nb): feriefritid
          searches for (en): annual holiday
          people say (nb): hvor mye ferie
          provisions: ferieloven § 5

        """)
    #expect(result.status == 0)
  }

  @Test("lookup shows the Bokmål counterpart of a Nynorsk word")
  func nynorsk() throws {
    let result = try VocabularyProgram(words: Self.words).run("lookup", "feriefridom")
    #expect(
      result.output.hasPrefix("feriefridom (nn): feriefritid\n\nholiday (words.yaml, line 2)"))
  }

  @Test("a word that the vocabulary doesn't know ends with 1 and a notice")
  func unknown() throws {
    let result = try VocabularyProgram(words: Self.words).run("lookup", "romferge")
    #expect(result.status == 1 && result.output.isEmpty)
    #expect(result.errors == "tillit: the vocabulary doesn't know «romferge»\n")
  }

  @Test("check ends with 0 where nothing is wrong")
  func sound() throws {
    let program = try VocabularyProgram(words: Self.words, text: Self.text)
    let result = try program.run("check", "--knowledge", program.texts.path)
    #expect(result.output == "" && result.status == 0)
    #expect(result.errors.contains("1 concepts: nothing found\n"))
    #expect(result.errors.contains("in 1 of 1 section headings (100.0 %)"))
  }

  @Test("check names file, line and kind of what it finds; errors end with 65, warnings with 0")
  func findings() throws {
    let doubtful = Self.words.replacingOccurrences(of: "ferieloven § 5]", with: "ferieloven § 9]")
    var program = try VocabularyProgram(words: doubtful, text: Self.text)
    var result = try program.run("check", "--knowledge", program.texts.path)
    #expect(
      result.output
        == "words.yaml:2: warning: the texts have no «ferieloven § 9» [unresolved-provision]\n")
    #expect(result.status == 0)
    let broken = Self.words.replacingOccurrences(
      of: "    nb: [feriefritid]", with: "    nb: [feriefritid]\n    broader: [holiday, rest]")
    program = try VocabularyProgram(words: broken, text: Self.text)
    result = try program.run("check", "--knowledge", program.texts.path)
    #expect(
      result.output == """
        words.yaml:2: error: there is no concept `rest` [missing-target]
        words.yaml:2: error: each is broader than itself: holiday [cycle]

        """)
    #expect(result.status == 65)
  }

  @Test("suggest proposes words for questions whose answer isn't found")
  func suggest() throws {
    let program = try VocabularyProgram(words: Self.words, text: Self.text)
    let questions = try program.write(
      """
      {"id": "q1", "text": "når kan jeg slappe av", "relevant": [{"doc": "ferieloven.md", \
      "quote": "gis feriefritid på 25 virkedager", "grade": 2}]}
      """, to: "questions.jsonl")
    let result = try program.run(
      "suggest", questions.path, "--knowledge", program.texts.path, "--within", "0")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("concepts:\n  # q1\n  - id: suggestion-1\n    nb: ["))
    #expect(result.output.contains("lay: {nb: [slappe]}"))
  }

  @Test("a vocabulary folder that isn't there is missing input", arguments: ["lookup", "check"])
  func missing(command: String) throws {
    let program = try VocabularyProgram(words: Self.words, text: Self.text)
    let arguments = command == "lookup" ? ["ferie"] : []
    let result = try program.run([command] + arguments + ["--vocabulary", "nowhere"])
    #expect(result.status == 66)
    #expect(result.errors.contains("there is no vocabulary folder nowhere"))
  }
}

/// `tillit vocabulary` with a vocabulary and texts of its own.
private final class VocabularyProgram {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  let texts: URL
  private let folder: URL

  init(words: String, text: String = "") throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tillit-vocabulary-\(UUID().uuidString)")
    texts = folder.appendingPathComponent("texts")
    for name in ["words", "texts"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try write(words, to: "words/words.yaml")
    try write(text, to: "texts/ferieloven.md")
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      Issue.record(error)
    }
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> URL {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file
  }

  func run(_ arguments: String...) throws -> Result { try run(arguments) }

  func run(_ arguments: [String]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("tillit")
    process.arguments = ["vocabulary"] + arguments
    process.currentDirectoryURL = folder
    let inherited = ProcessInfo.processInfo.environment
      .filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
    let own = [
      "HOME": folder.path, "XDG_CACHE_HOME": folder.appendingPathComponent("cache").path,
      "TILLIT_VOCABULARY": folder.appendingPathComponent("words").path,
      "TILLIT_SHARE": folder.path,
    ]
    process.environment = inherited.merging(own) { _, new in new }
    let (output, errors) = (try capture("output"), try capture("errors"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// An empty file for what a process writes, so that no pipe fills up.
  private func capture(_ name: String) throws -> URL { try write("", to: name) }
}
