import Analysis
import ArgumentParser
import Chat
import Documents
import Foundation
import Rendering
import Retrieval
import SQLiteIndex

/// Which texts are asked, and where their index is.
struct CollectionOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder of policy texts; may be given more than once. "
        + "(default: $TILLIT_KNOWLEDGE, else Knowledge)",
      valueName: "folder"), completion: .directory)
  var knowledge: [String] = []

  @Option(
    help: ArgumentHelp(
      "The index file. (default: $TILLIT_INDEX, else one per set of folders in the cache folder)",
      valueName: "file"), completion: .file())
  var index: String?

  @OptionGroup var vocabulary: VocabularyOptions

  var folders: [URL] {
    let named = knowledge.isEmpty ? Environment.list("TILLIT_KNOWLEDGE") : knowledge
    return (named.isEmpty ? ["Knowledge"] : named).map {
      URL(fileURLWithPath: $0).standardizedFileURL
    }
  }

  /// The options that name the folders, as they can be given again from any folder.
  var folderOptions: String {
    guard !knowledge.isEmpty else { return "" }
    return folders.map { " --knowledge " + $0.path.quotedForShell }.joined()
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
      folders: folders, guides: ["guides", "asked"].compactMap(Bridges.folder),
      vocabulary: vocabulary.folder())
  }

  /// An assistant over the collection; the index is built first if it is missing or stale.
  func assistant(
    _ configuration: Assistant.Configuration = Assistant.Configuration()
  ) throws -> Assistant {
    try openIndex().assistant(configuration: configuration)
  }

  /// The collection's index, built first if it is missing or stale. Where that can't be done now,
  /// the index that is there answers.
  func openIndex() throws -> OpenIndex {
    let file = indexFile
    let (collection, index) = try concurrently(collection, file.openIfPresent)
    switch try file.state(of: index, for: collection) {
    case .current: if let index { return index }
    case .held:
      StandardError.write(
        "tillit: the texts have changed, but their index answered worse and was not put in place; "
          + "answering from the old one\n")
    case .missing, .stale:
      do {
        try IndexBuild(collection, file).run()
      } catch let error as IndexError where error.leavesOldIndex {
        return try Self.oldIndex(in: file, after: error)
      }
    }
    return try file.open()
  }

  /// An assistant over the index as it is, if it can be read at all; the texts are read anew behind
  /// it if they have changed. The index is built first if there is none.
  func refreshingAssistant() throws -> RefreshingAssistant {
    let file = indexFile
    do {
      let source = RefreshingAssistant(try file.open().assistant(configuration: .dated))
      source.refresh(file) { try collection() }
      return source
    } catch IndexError.missing, IndexError.otherVersion {
      return RefreshingAssistant(try assistant())
    }
  }

  /// Where a document's source can be read: its web address, else its file.
  func address(of document: IndexedDocument) -> String? {
    if let url = document.metadata.url, url.isWebAddress { return url }
    return folders.lazy.map { $0.appendingPathComponent(document.id.rawValue) }
      .first { FileManager.default.fileExists(atPath: $0.path) }?.absoluteString
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
