import Foundation
import Rendering
import Retrieval
import TestSupport
import Testing

@testable import Chat

/// Types lines that were given beforehand.
private final class ScriptedReader: LineReader {
  private var inputs: [LineInput]
  private(set) var remembered: [String] = []

  init(_ inputs: [LineInput]) { self.inputs = inputs.reversed() }

  func nextLine(completion: @escaping (String) -> Completion?) -> LineInput {
    inputs.popLast() ?? .end
  }

  func remember(_ line: String) { remembered.append(line) }
}

/// Keeps what is written.
private final class Record {
  var text = ""
}

private struct Recorder: TextOutputStream {
  let record = Record()
  mutating func write(_ text: String) { record.text += text }
}

@Suite("The loop around a session")
struct ChatLoopTests {
  private struct Trouble: Error {}

  /// An assistant that was exchanged behind the session.
  private struct NewsSource: AssistantSource {
    let assistant: Assistant
    func news() -> [AssistantNews] {
      [.refreshing, .refreshed(documents: 3), .failed(reason: "full")]
    }
  }

  private func run(
    _ inputs: [LineInput], source: (any AssistantSource)? = nil,
    settings: ChatSession.Settings = ChatSession.Settings(),
    _ change: (inout ChatLoop<Recorder>.Door) -> Void = { _ in }
  ) throws -> (answers: String, notices: String, lastFound: Bool, remembered: [String]) {
    let source = try source ?? FixedAssistant(SmallCollection.assistant())
    let reader = ScriptedReader(inputs)
    var door = ChatLoop<Recorder>.Door(reader) { Screen() }
    change(&door)
    let (output, notices) = (Recorder(), Recorder())
    var loop = ChatLoop(
      ChatSession(source, settings: settings), door, output: output, notices: notices)
    try loop.run()
    return (output.record.text, notices.record.text, loop.lastFound, reader.remembered)
  }

  @Test("answers go one way, remarks the other, until the end")
  func streams() throws {
    let result = try run([
      .line("zzzz"), .line(""), .cancelled, .line("/opn"), .line("hviletid?"), .line("/quit"),
      .line("never read"),
    ])
    #expect(result.answers.contains("Etter en nattevakt"))
    #expect(result.answers.contains("Tekstene her svarer ikke på dette."))
    #expect(result.notices == "Ingen kommando heter /opn. Mente du /åpne?\n\n")
    #expect(result.lastFound)
    #expect(result.remembered == ["zzzz", "/opn", "hviletid?", "/quit"])
  }

  @Test("JSON is one object for each question, in order, and commands add none")
  func json() throws {
    let lines = ["hviletid?", "/only vaktbytte", "/help", "/new", "zzzz", "bytte vakt"]
    var settings = ChatSession.Settings()
    settings.isConversational = false
    let result = try run(lines.map(LineInput.line), settings: settings) { door in
      door.answerText = { answer, _ in JSONFormat().string(answer) }
      door.isSpaced = false
      door.writesPagesAsAnswers = false
    }
    let objects = result.answers.split(separator: "\n")
    #expect(objects.count == 3)
    #expect(objects.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
    #expect(objects[0].contains("\"question\":\"hviletid?\""))
    #expect(objects[1].contains("\"status\":\"not_found\""))
    #expect(objects[2].contains("\"question\":\"bytte vakt\""))
  }

  @Test("what happened behind the session is told before the next line")
  func news() throws {
    let source = NewsSource(assistant: try SmallCollection.assistant())
    let result = try run([], source: source)
    #expect(
      result.notices == """
        Tekstene er endret og leses på nytt; svarene er fra før så lenge.
        Tekstene var endret og er lest på nytt: 3 tekster.
        Tekstene er endret, men kunne ikke leses på nytt: full. Svarene er fra før.

        """)
  }

  @Test("a long text goes to the pager, and whole to the screen where that can't be started")
  func pager() throws {
    let long = Page((1...99).map { "line \($0)" }, shorter: ["short"])
    #expect(Pager(named: "cat >/dev/null").show(long))
    #expect(!Pager(named: "no-such-pager-here").show(long))
    #expect(Pager(named: "true").show(long))
    let inputs = ["bytte av vakter?", "/doc 1"].map(LineInput.line)
    let shortened = try run(inputs) { $0.shortensPages = true }
    #expect(!shortened.answers.contains("Tomme kanner"))
    #expect(try run(inputs).answers.contains("Tomme kanner"))
  }

  @Test("less is told to say how to leave it, unless its user has set it up")
  func pagerHint() throws {
    let folder = try TemporaryFolder()
    let less = try folder.write(
      "#!/bin/sh\ncat >/dev/null; printf %s \"$LESS\" >\"$0.says\"\n", to: "less")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: less.path)
    #expect(Pager(named: less.path).show(Page(["a"]), hint: "space: on, q: leave"))
    let said = try String(contentsOf: folder.file("less.says"), encoding: .utf8)
    let own = ProcessInfo.processInfo.environment["LESS"]
    #expect(said == own ?? "FRXPsspace\\: on, q\\: leave$")
  }

  @Test(
    "plain lines are read whatever they hold",
    arguments: [
      (Array("a\nb\n".utf8), ["a", "b"]), (Array("a\r\nb".utf8), ["a", "b"]), ([], []),
      (Array("\n\n".utf8), ["", ""]), ([0xFF, 0x0A], ["\u{FFFD}"]), ([0, 0x0A], ["\0"]),
      (Array("øæå\n".utf8), ["øæå"]),
    ])
  func plainLines(bytes: [UInt8], lines: [String]) throws {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    let reader = PlainLineReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    for line in lines { #expect(reader.nextLine { _ in nil } == .line(line)) }
    #expect(reader.nextLine { _ in nil } == .end)
  }

  @Test("of an endless line only the beginning is kept")
  func longLine() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      [UInt8](repeating: UInt8(ascii: "a"), count: 300_000) + Array("\nnext\n".utf8), to: "long")
    let handle = try FileHandle(forReadingFrom: file)
    let reader = PlainLineReader(descriptor: handle.fileDescriptor, limit: 1_000)
    #expect(reader.nextLine { _ in nil } == .line(String(repeating: "a", count: 1_000)))
    #expect(reader.nextLine { _ in nil } == .line("next"))
  }
}
