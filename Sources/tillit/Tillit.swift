import ArgumentParser
import Foundation

@main
struct Tillit: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tillit",
    abstract: "Answers questions with the policies' own words, cited.",
    discussion: """
      Tillit finds the passages of acts, agreements and programmes that answer a question and \
      quotes them exactly. It writes no answers of its own, and nothing leaves the machine.

      EXAMPLES:
        tillit                                  ask in a terminal
        tillit ask "kan jeg få sparken på dagen?"
        tillit ask --format json "how long is the notice period?"
        tillit index --knowledge ~/policies     build the index of your own texts

      EXIT CODES:
        0 answered, 1 nothing found, 64 wrong usage, 65 bad data, 66 missing input,
        69 unavailable, 74 I/O error, 75 index locked, 78 configuration, 130 interrupted
      """,
    version: version,
    subcommands: [
      ChatCommand.self, AskCommand.self, IndexCommand.self, EvaluateCommand.self, JudgeCommand.self,
      ServeCommand.self, SecretCommand.self, VerifyCommand.self, InfoCommand.self,
      VocabularyCommand.self, CompletionsCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: ChatCommand.self)

  /// On the main thread, where signals such as Ctrl-C arrive.
  @MainActor static func main() async {
    // A full disk is an error to report, not a signal to die from.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard let failure = error as? Failure ?? Failure(error) else { exit(withError: error) }
      StandardError.write("tillit: \(failure.message)\n")
      Foundation.exit(failure.exitCode.rawValue)
    }
  }
}
