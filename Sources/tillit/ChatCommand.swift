import ArgumentParser
import Foundation
import Retrieval

struct ChatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chat",
    abstract: "Answer questions line by line (default).",
    discussion: """
      With piped input there is no prompt: one question a line, one answer each.

      EXAMPLES:
        tillit chat
        echo "hvem velger verneombudet?" | tillit chat --format json
      """)

  @OptionGroup var collection: CollectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var date: DateOptions

  func run() throws {
    let assistant = try collection.assistant()
    let isInteractive = isatty(STDIN_FILENO) == 1
    let clock = ContinuousClock()
    var conversation = Conversation()
    var standardOutput = StandardOutput()
    var lastFound = true
    if isInteractive { StandardError.write("> ") }
    while let line = readLine() {
      if !line.allSatisfy(\.isWhitespace) {
        let start = clock.now
        let answer = try assistant.answer(
          to: Question(line, scope: date.scope), in: conversation)
        conversation = answer.conversation
        lastFound = answer.status != .notFound
        standardOutput.write(output.render(answer, elapsed: clock.now - start))
        if output.format != .json { standardOutput.write("\n") }
      }
      if isInteractive { StandardError.write("> ") }
    }
    if isInteractive { StandardError.write("\n") } else if !lastFound { throw ExitCode(1) }
  }
}
