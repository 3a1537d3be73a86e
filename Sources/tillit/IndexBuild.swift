import Documents
import Foundation
import Rendering
import SQLiteIndex

/// Builds an index with progress, and reports what was read, what was skipped, and why.
struct IndexBuild {
  private let collection: Collection
  private let file: IndexFile

  init(_ collection: Collection, _ file: IndexFile) {
    self.collection = collection
    self.file = file
  }

  /// Publishes what is built if `gate` lets it pass.
  @discardableResult
  func run(through gate: IndexGate? = nil) throws -> CollectionReading {
    let reading = try Self.read(collection)
    guard !reading.content.documents.isEmpty else {
      Self.report(skipped: reading.skipped)
      throw Failure(
        "no documents to index: put .md or .txt files in the folder, "
          + "or name another with --knowledge FOLDER", Failure.Code.missingInput)
    }
    let bar = ProgressBar("Indexing", total: reading.content.documents.count)
    defer { bar.finish() }
    try file.build(
      reading.content, progress: { bar.update($0) },
      admitting: { draft in
        bar.finish()
        return try gate?.admits(draft) ?? true
      })
    bar.finish()
    Self.report(skipped: reading.skipped)
    for warning in reading.warnings { StandardError.write("tillit: \(warning.message)\n") }
    for problem in reading.vocabularyProblems {
      StandardError.write(
        "tillit: vocabulary \(problem.file.oneLine), line \(problem.line): "
          + "\(problem.problem.oneLine); the entry was left out\n")
    }
    return reading
  }

  private static func read(_ collection: Collection) throws -> CollectionReading {
    let bar = ProgressBar("Reading", total: collection.files.count)
    defer { bar.finish() }
    return try CollectionReading(collection) { bar.update($0) }
  }

  private static func report(skipped: [SkippedFile]) {
    for file in skipped where file.reason.deservesNotice {
      StandardError.write("tillit: skipped \(file.path.oneLine): \(file.reason.message)\n")
    }
  }
}

extension SkipReason {
  /// Readme and licence files, and formats that are no texts, are left out as a matter of course.
  var deservesNotice: Bool { self != .notPolicyText }

  var message: String {
    switch self {
    case .unsupportedFormat(let name):
      name.isEmpty
        ? "no file name ending; Tillit reads .md and .txt"
        : "Tillit reads .md and .txt, not .\(name.oneLine)"
    case .notPolicyText: "a readme or licence, no policy text"
    case .tooLarge(let bytes, let limit):
      "\(bytes / 1_000_000) MB is more than the limit of \(limit / 1_000_000) MB; split it"
    case .empty: "it holds no text"
    case .binary: "it is not text; convert it to UTF-8"
    case .unreadable(let problem): "it can't be read (\(problem)); check its permissions"
    case .linkOutside: "a link to a folder, or to a file outside; copy the file in"
    }
  }
}

extension DocumentWarning {
  var message: String {
    let place = line.map { "\(file.oneLine), line \($0)" } ?? file.oneLine
    return switch reason {
    case .malformedMetadata(let problem):
      "\(place): the metadata is not valid YAML (\(problem.oneLine)); the text is indexed without it"
    case .unclosedFrontMatter:
      "\(place): front matter begins with --- and never ends; add a closing --- line"
    case .replacedBytes(let count):
      "\(place): \(count) bytes are no valid text and show as \u{FFFD}; save the file as UTF-8"
    }
  }
}
