import Analysis
import ArgumentParser
import Documents
import Foundation
import Retrieval
import SQLiteIndex

/// Which texts are asked, and where their index is.
struct CollectionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder of policy texts; may be given more than once. "
        + "(default: $TILLIT_KNOWLEDGE, else Knowledge)",
      valueName: "folder"))
  var knowledge: [String] = []

  @Option(
    help: ArgumentHelp(
      "The index file. (default: $TILLIT_INDEX, else one per set of folders in the cache folder)",
      valueName: "file"))
  var index: String?

  var folders: [URL] {
    let named = knowledge.isEmpty ? Environment.list("TILLIT_KNOWLEDGE") : knowledge
    return (named.isEmpty ? ["Knowledge"] : named).map { URL(fileURLWithPath: $0).standardizedFileURL }
  }

  var indexFile: IndexFile {
    if let path = index ?? Environment.value("TILLIT_INDEX") {
      return IndexFile(URL(fileURLWithPath: path))
    }
    let key = folders.map { $0.resolvingSymlinksInPath().path }.joined(separator: "\n")
    let name = ContentHash.of(Array(key.utf8)).prefix(16)
    return IndexFile(
      Environment.cacheFolder.appendingPathComponent("tillit/\(name)/index.sqlite"))
  }

  func collection() throws -> Collection { try Collection(folders: folders) }

  /// An assistant over the collection; the index is built first if it is missing or stale.
  func assistant() throws -> Assistant {
    let collection = try collection()
    let file = indexFile
    switch try file.state(for: collection) {
    case .current: break
    case .held:
      StandardError.write(
        "tillit: the texts have changed, but their index answered worse and was not put in place; "
          + "answering from the old one\n")
    case .missing, .stale: try IndexBuild(collection, file).run()
    }
    return Assistant(index: try file.open())
  }
}
