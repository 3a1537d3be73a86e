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
    return (named.isEmpty ? ["Knowledge"] : named).map {
      URL(fileURLWithPath: $0).standardizedFileURL
    }
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

  func collection() throws -> Collection {
    try Collection(
      folders: folders, guides: Bridges.folder("guides"), vocabulary: Bridges.folder("vocabulary"))
  }

  /// An assistant over the collection; the index is built first if it is missing or stale. Where
  /// that can't be done now, the index that is there answers.
  func assistant() throws -> Assistant {
    let collection = try collection()
    let file = indexFile
    switch try file.state(for: collection) {
    case .current: break
    case .held:
      StandardError.write(
        "tillit: the texts have changed, but their index answered worse and was not put in place; "
          + "answering from the old one\n")
    case .missing, .stale:
      do {
        try IndexBuild(collection, file).run()
      } catch let error as IndexError where error.leavesOldIndex {
        return try Self.oldIndex(in: file, after: error).assistant()
      }
    }
    return try file.open().assistant()
  }

  private static func oldIndex(
    in file: IndexFile, after error: IndexError
  ) throws -> OpenIndex {
    let index: OpenIndex
    do {
      index = try file.open()
    } catch is IndexError {
      throw error
    }
    StandardError.write(
      "tillit: \(Failure(error).message)\n"
        + "tillit: answering from the texts as they were indexed before\n")
    return index
  }
}

extension IndexError {
  /// Whether a build failed for reasons that leave the index before as good as it was.
  fileprivate var leavesOldIndex: Bool {
    switch self {
    case .locked, .cannotWrite, .notAdmitted: true
    case .missing, .damaged, .otherVersion, .cannotRead: false
    }
  }
}
