import ArgumentParser
import Foundation
import SQLiteIndex

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Build or update the index.",
    discussion: """
      Does nothing when the texts are unchanged. The index that is there serves until the new one \
      is complete.

      EXAMPLES:
        tillit index
        tillit index --knowledge ~/policies --rebuild
        tillit index --gate Evaluation/questions.jsonl    keep the old index if the new is worse
      """)

  @OptionGroup var collection: CollectionOptions

  @Flag(help: "Build it anew even if nothing has changed.")
  var rebuild = false

  @Option(
    help: ArgumentHelp(
      "Judged questions; an index that answers them significantly worse is not put in place.",
      valueName: "file"), completion: .file(extensions: ["jsonl"]))
  var gate: String?

  func run() throws {
    let file = collection.indexFile
    let sources = try collection.collection()
    let gate = try gate.map { try IndexGate(questions: EvaluationFiles.questions(at: $0), file) }
    if !rebuild {
      do {
        if try file.state(for: sources) == .current {
          StandardError.write("The index is up to date: \(file.path)\n")
          return
        }
      } catch IndexError.damaged {
        StandardError.write("tillit: the index is damaged; building it anew\n")
      }
    }
    let reading = try IndexBuild(sources, file).run(through: gate)
    StandardError.write(
      "Indexed \(reading.content.documents.count) documents, "
        + "\(reading.content.passageCount) passages: \(file.path)\n")
  }
}
