import Analysis
package import Documents
package import Foundation
import Retrieval
import Synchronization

/// The policy texts of one or more knowledge folders, as found on disk.
package struct Collection: Sendable {
  package let files: [SourceFile]
  package let skipped: [SkippedFile]
  package let warnings: [DocumentWarning]

  /// Walks the folders. Throws `KnowledgeFolderError` if one is missing.
  ///
  /// A document is named by its path within its folder; where two folders hold the same path, the
  /// later one's is prefixed with its folder's name.
  package init(folders: [URL]) throws {
    var files: [SourceFile] = []
    var skipped: [SkippedFile] = []
    var warnings: [DocumentWarning] = []
    var taken: Set<DocumentID> = []
    for folder in folders {
      let contents = try KnowledgeFolder(folder).contents()
      for file in contents.files {
        var file = file
        var prefix = folder.lastPathComponent
        while !taken.insert(file.id).inserted {
          file = SourceFile(
            id: DocumentID("\(prefix)/\(file.id)"), bytes: file.bytes, known: file.known)
          prefix += "+"
        }
        files.append(file)
      }
      skipped += contents.skipped
      warnings += contents.warnings
    }
    self.files = files.sorted { $0.id < $1.id }
    self.skipped = skipped
    self.warnings = warnings
  }

  /// Identifies the sources: their names, bytes and metadata, and how they would be indexed.
  package var sourceHash: String {
    var hash = ContentHash()
    hash.update(Array(IndexSchema.buildVersion.utf8))
    for file in files {
      for part in [file.id.rawValue, String(describing: file.known.sorted)] {
        hash.update(Array("\(part.utf8.count):\(part)".utf8))
      }
      hash.update(file.bytes)
    }
    return hash.finalized()
  }
}

/// What reading a collection gave: content to index, and a report for people.
package struct CollectionReading: Sendable {
  package let content: IndexContent
  package let skipped: [SkippedFile]
  package let warnings: [DocumentWarning]

  /// Reads and analyses all documents, on all cores. `progress` is called, from any thread, with
  /// the number of documents done.
  package init(_ collection: Collection, progress: @Sendable (Int) -> Void) {
    let outcomes = Mutex([Outcome?](repeating: nil, count: collection.files.count))
    let done = Mutex(0)
    let queue = Mutex(0)
    let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, collection.files.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let analyzer = Analyzer()
      while let index = queue.withLock({ next -> Int? in
        guard next < collection.files.count else { return nil }
        defer { next += 1 }
        return next
      }) {
        let outcome = Outcome(collection.files[index], by: analyzer)
        outcomes.withLock { $0[index] = outcome }
        progress(
          done.withLock { count in
            count += 1
            return count
          })
      }
    }
    let results = outcomes.withLock { $0.compactMap(\.self) }
    content = IndexContent(
      documents: results.compactMap(\.document), sourceHash: collection.sourceHash)
    skipped = (collection.skipped + results.compactMap(\.skipped))
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    warnings = collection.warnings + results.flatMap(\.warnings)
  }

  private struct Outcome {
    var document: AnalyzedDocument?
    var skipped: SkippedFile?
    var warnings: [DocumentWarning] = []

    init(_ file: SourceFile, by analyzer: Analyzer) {
      do throws(DecodingProblem) {
        let result = try DocumentReader().read(file.bytes, id: file.id, known: file.known)
        document = AnalyzedDocument(result.document, by: analyzer)
        warnings = result.warnings
      } catch {
        let reason: SkipReason = error == .empty ? .empty : .binary
        skipped = SkippedFile(path: file.id.rawValue, reason: reason)
      }
    }
  }
}
