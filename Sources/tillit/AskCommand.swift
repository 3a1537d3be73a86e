import ArgumentParser
import Foundation
import Retrieval

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Answer one question.",
    discussion: """
      Misspelt words are searched for as they were meant, and the answer says so.

      In a question, "saklig grunn" in quotation marks must stand in the text word for word, \
      -lærling leaves out passages with that word, title:ferieloven and doc:avtaler narrow to \
      documents whose title or path holds the word. Put such a question in single quotes, so that \
      the shell leaves it alone.

      EXAMPLES:
        tillit ask kan jeg få sparken på dagen
        tillit ask --format markdown --limit 1 "hvor lang er oppsigelsestiden?"
        tillit ask 'prøvetid "skriftlig" -lærling title:arbeidsmiljøloven'
      """)

  @Argument(help: "The question; quotation marks around it are optional.")
  var question: [String]

  @OptionGroup var collection: CollectionOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var date: DateOptions

  @Flag(help: "Show, stage by stage and term by term, why each passage stands where it does.")
  var explain = false

  func run() throws {
    let assistant = try collection.assistant(.dated)
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try assistant.answer(
      to: Question(question.joined(separator: " "), scope: date.scope), explaining: explain)
    let elapsed = clock.now - start
    var standardOutput = StandardOutput()
    standardOutput.write(output.render(answer, elapsed: elapsed))
    if answer.status == .notFound { throw ExitCode(1) }
  }
}
