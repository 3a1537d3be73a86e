import Analysis
import ArgumentParser
import Chat
import Foundation
import Rendering
import Retrieval

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Answer questions line by line (default).",
    discussion: """
      With piped input there is no prompt: one question a line, one answer each. Lines that begin \
      with / are commands; /help shows them.

      Nothing that is asked is kept, unless /history on or /feedback yes says so; \
      TILLIT_HISTORY=on or off decides it beforehand.

      EXAMPLES:
        tillit chat
        echo "hvem velger verneombudet?" | tillit chat --format json
      """)

  @OptionGroup var collection: CollectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var date: DateOptions

  @Flag(help: "Never prompt, as if the input were piped.")
  var batch = false

  @Flag(help: "For screen readers: no colour, no columns, and each part says what it is.")
  var plain = false

  func run() throws {
    if !batch, isatty(STDIN_FILENO) == 1, StandardOutput.isTerminal {
      try runAtTerminal()
    } else {
      try runOverPipe()
    }
  }

  // MARK: Over a pipe

  private func runOverPipe() throws {
    var settings = settings
    settings.isConversational = false
    let session = ChatSession(FixedAssistant(try collection.assistant(.dated)), settings: settings)
    var door = ChatLoop<DescriptorStream>.Door(PlainLineReader()) { screen }
    door.isSpaced = output.format != .json
    door.answerText = { output.render($0, elapsed: $1) }
    door.writesPagesAsAnswers = output.format != .json
    var loop = ChatLoop(session, door, output: .standardOutput, notices: .standardError)
    try loop.run()
    if !loop.lastFound { throw ExitCode(1) }
  }

  // MARK: At a terminal

  private func runAtTerminal() throws {
    let source = try collection.refreshingAssistant()
    heedInterruptions()
    let session = ChatSession(source, settings: settings)
    var output = DescriptorStream.standardOutput
    output.write(try greeting(session, source.assistant))
    let reader = try reader(for: session, source)
    var door = ChatLoop<DescriptorStream>.Door(reader) { screen }
    door.endsCancelledLines = reader is PlainLineReader
    door.pager = pages ? Pager(named: Environment.value("PAGER")) : nil
    door.shortensPages = true
    door.endsWithNewLine = true
    door.wording = { error in Failure(error).map { "tillit: \($0.message)" } }
    if self.output.format != .text {
      let options = self.output
      door.answerText = { options.render($0, elapsed: $1) }
    }
    var loop = ChatLoop(session, door, output: output, notices: output)
    try loop.run()
  }

  /// Ctrl-C gives up a line; while an answer is on its way there is nothing to give up.
  private func heedInterruptions() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in }
    sigaction(SIGINT, &action, nil)
    signal(SIGQUIT, SIG_IGN)
  }

  private var pages: Bool { Environment.movesCursor && !plain }

  private var screen: Screen {
    let style = plain ? TerminalStyle(usesColour: false) : output.style
    return Screen(
      width: Environment.columns, rows: Environment.rows, style: style,
      followsLinks: style.usesColour && Environment.followsLinks, isPlain: plain)
  }

  private var settings: ChatSession.Settings {
    var settings = ChatSession.Settings()
    settings.language = output.language
    settings.passageLimit = output.limit ?? 5
    settings.program = "Tillit \(Tillit.version)"
    settings.verification = "tillit verify" + collection.folderOptions
    settings.state = StateFolder(
      Environment.stateFolder.appendingPathComponent("tillit"),
      keepsHistory: Environment.keepsHistory != false)
    settings.address = collection.address
    settings.asOf = date.asOf
    return settings
  }

  private func reader(
    for session: ChatSession, _ source: RefreshingAssistant
  ) throws -> any LineReader {
    let state = session.settings.state
    if Environment.keepsHistory == true { try state?.history.create() }
    guard Environment.movesCursor,
      let reader = EditLineReader(
        past: try state?.pastQuestions() ?? [], size: { (screen.width, screen.rows) })
    else {
      return PlainLineReader {
        var output = DescriptorStream.standardOutput
        output.write("> ")
      }
    }
    return reader
  }

  /// The long greeting at the first start of all, the short one later.
  private func greeting(_ session: ChatSession, _ assistant: Assistant) throws -> String {
    let greeting = Greeting(session.text, assistant)
    guard let greeted = session.settings.state?.greeted, !greeted.exists else {
      return greeting.short(on: screen)
    }
    do throws(StateError) {
      try greeted.create()
    } catch {
      // A home that can't be written to is greeted anew each time.
    }
    return try greeting.full(on: screen)
  }
}
