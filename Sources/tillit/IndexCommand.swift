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
      """)

  @OptionGroup var collection: CollectionOptions

  @Flag(help: "Build it anew even if nothing has changed.")
  var rebuild = false

  func run() throws {
    let file = collection.indexFile
    let sources = try collection.collection()
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
    let reading = try IndexBuild(sources, file).run()
    StandardError.write(
      "Indexed \(reading.content.documents.count) documents, "
        + "\(reading.content.passageCount) passages: \(file.path)\n")
  }
}
