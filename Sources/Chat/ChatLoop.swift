import Rendering
package import Retrieval

/// Reads lines and shows what a session says to them, until the input or the user ends it.
package struct ChatLoop<Output: TextOutputStream> {
  /// Where lines come from and how answers are shown.
  package struct Door {
    package var reader: any LineReader
    /// Asked before each answer, as a window can be resized.
    package var screen: () -> Screen
    /// For texts longer than the screen; nil writes them whole.
    package var pager: Pager?
    /// Whether a text that no pager takes is shown shortened.
    package var shortensPages = false
    /// Whether texts to read go where answers go, or with the notices.
    package var writesPagesAsAnswers = true
    /// An answer as it is written; nil is the session's own way.
    package var answerText: ((Answer, Duration) -> String)?
    /// The wording of an error that one question met; nil ends the session with the error.
    package var wording: (any Error) -> String? = { _ in nil }
    /// Whether a line that was given up leaves the cursor in it.
    package var endsCancelledLines = false
    /// Whether the end of the input leaves the cursor behind a prompt.
    package var endsWithNewLine = false
    /// Whether an empty line follows what is shown, before the next prompt.
    package var isSpaced = true

    package init(_ reader: any LineReader, screen: @escaping () -> Screen) {
      self.reader = reader
      self.screen = screen
    }
  }

  package private(set) var session: ChatSession
  /// Whether the last question found something; true before the first.
  package private(set) var lastFound = true
  private let door: Door
  private let completer = Completer()
  private var output: Output
  /// For all but answers.
  private var notices: Output

  package init(_ session: ChatSession, _ door: Door, output: Output, notices: Output) {
    self.session = session
    self.door = door
    self.output = output
    self.notices = notices
  }

  /// Runs to the end. Throws what the index throws, unless the door words it.
  package mutating func run() throws {
    while true {
      tellNews()
      let (completer, situation) = (completer, session.situation)
      switch door.reader.nextLine(completion: { completer.completion(of: $0, in: situation) }) {
      case .end:
        if door.endsWithNewLine { output.write("\n") }
        return
      case .cancelled:
        if door.endsCancelledLines { output.write("\n") }
      case .line(let line):
        guard try respond(to: line) else { return }
      }
    }
  }

  /// False when the session is over.
  private mutating func respond(to line: String) throws -> Bool {
    let screen = door.screen()
    do {
      let start = ContinuousClock.now
      let response = try session.respond(to: line, on: screen)
      if response != .nothing { remember(line) }
      return show(response, on: screen, after: ContinuousClock.now - start)
    } catch {
      guard let wording = door.wording(error) else { throw error }
      notices.write(wording + "\n")
      return true
    }
  }

  private mutating func show(
    _ response: ChatResponse, on screen: Screen, after elapsed: Duration
  ) -> Bool {
    switch response {
    case .nothing: return true
    case .answer(let answer):
      lastFound = answer.status != .notFound
      output.write(door.answerText?(answer, elapsed) ?? session.render(answer, on: screen))
      if door.isSpaced { output.write("\n") }
    case .page(let page): show(page, on: screen)
    case .message(let message):
      notices.write(message.wrapped(to: screen.textWidth).joined(separator: "\n") + "\n")
      if door.isSpaced { notices.write("\n") }
    case .end: return false
    }
    return true
  }

  private mutating func show(_ page: Page, on screen: Screen) {
    let isLong = page.lineCount > screen.rows - 2
    if isLong, let pager = door.pager, pager.show(page, hint: session.text.pagerHint) { return }
    let isShortened = isLong && (door.shortensPages || door.pager != nil)
    let text = (isShortened ? page.shorter ?? page.text : page.text) + (door.isSpaced ? "\n" : "")
    if door.writesPagesAsAnswers { output.write(text) } else { notices.write(text) }
  }

  /// Questions and commands can be called back; they are kept for later only if the user said so.
  private mutating func remember(_ line: String) {
    door.reader.remember(line)
    do throws(StateError) {
      try session.settings.state?.remember(line)
    } catch {
      notices.write(session.text.cannotWrite(error.path, error.reason) + "\n")
    }
  }

  private mutating func tellNews() {
    for news in session.source.news() {
      notices.write(session.text.news(news) + "\n")
    }
  }
}
