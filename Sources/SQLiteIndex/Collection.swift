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
  /// Pages that are followed to what they cite.
  package let guides: [SourceFile]
  /// Identifies the sources: their names, bytes and metadata, and how they would be indexed.
  package let sourceHash: String
  private let vocabulary: VocabularyReader?

  /// Walks the folders. Throws `KnowledgeFolderError` if one is missing.
  ///
  /// A document is named by its path within its folder; where two folders hold the same path, the
  /// later one's is prefixed with its folder's name.
  ///
  /// `guides` and `vocabulary` are folders that lead from questions to the texts.
  package init(folders: [URL], guides: [URL] = [], vocabulary: URL? = nil) throws {
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
    self.guides = try guides.flatMap { folder in
      try KnowledgeFolder(folder).contents().files.map { file in
        SourceFile(
          id: DocumentID("\(folder.lastPathComponent)/\(file.id)"), bytes: file.bytes,
          known: file.known)
      }
    }
    self.vocabulary = vocabulary.map(VocabularyReader.init)
    sourceHash = Self.hash(of: self.files + self.guides, try self.vocabulary?.hash() ?? "")
  }

  /// Throws what reading the vocabulary's files throws.
  func readVocabulary() throws -> (Vocabulary, [VocabularyProblem]) {
    try vocabulary?.read() ?? (Vocabulary(), [])
  }

  private static func hash(of files: [SourceFile], _ vocabularyHash: String) -> String {
    var hash = ContentHash()
    hash.update(Array(IndexSchema.buildVersion.utf8))
    hash.update(Array(vocabularyHash.utf8))
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
  package let vocabularyProblems: [VocabularyProblem]

  /// Reads and analyses all documents, on all cores. `progress` is called, from any thread, with
  /// the number of documents done. Throws what reading the vocabulary's files throws.
  package init(_ collection: Collection, progress: @escaping @Sendable (Int) -> Void) throws {
    let ((vocabulary, problems), (results, guides)) = try concurrently {
      let (vocabulary, problems) = try collection.readVocabulary()
      return (VocabularyCompiler().compile(vocabulary), problems)
    } _: {
      let results = Outcome.outcomes(of: collection.files, progress: progress)
      return (results, Outcome.outcomes(of: collection.guides) { _ in })
    }
    content = IndexContent(
      documents: results.compactMap(\.document), guides: guides.compactMap(\.document),
      vocabulary: vocabulary, sourceHash: collection.sourceHash)
    skipped = (collection.skipped + results.compactMap(\.skipped))
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    warnings = collection.warnings + results.flatMap(\.warnings)
    vocabularyProblems = problems
  }
}

/// What reading one file gave.
private struct Outcome: Sendable {
  var document: AnalyzedDocument?
  var skipped: SkippedFile?
  var warnings: [DocumentWarning] = []

  /// The outcomes in the files' order.
  static func outcomes(
    of files: [SourceFile], progress: @Sendable (Int) -> Void
  ) -> [Outcome] {
    let outcomes = Mutex([Outcome?](repeating: nil, count: files.count))
    let done = Mutex(0)
    let queue = Mutex(0)
    let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, files.count))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let analyzer = Analyzer()
      while let index = queue.withLock({ next -> Int? in
        guard next < files.count else { return nil }
        defer { next += 1 }
        return next
      }) {
        let outcome = Outcome(files[index], by: analyzer)
        outcomes.withLock { $0[index] = outcome }
        progress(
          done.withLock { count in
            count += 1
            return count
          })
      }
    }
    return outcomes.withLock { $0.compactMap(\.self) }
  }

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
