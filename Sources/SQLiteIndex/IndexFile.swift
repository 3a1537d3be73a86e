package import Foundation
import GRDB
import Documents
import Retrieval

/// The life of an index file: built beside the old one, checked, and renamed over it.
///
/// Beside `FILE` stand `FILE.manifest` (its digest), `FILE.previous` (the index before, for
/// rollback), `FILE.lock` and, after a build that wasn't admitted, `FILE.held`. Readers see the old index or the new one, never half of either.
package struct IndexFile: Sendable {
  package let url: URL

  package init(_ url: URL) { self.url = url }

  package var path: String { url.path }

  package enum State: Equatable {
    case current
    case missing
    /// The sources, or the program's way of indexing them, have changed.
    case stale
    /// Likewise, but an index of these sources was built and not admitted: the old one serves.
    case held
  }

  /// Whether the index answers for these sources.
  package func state(for collection: Collection) throws -> State {
    try state(of: openIfPresent(), for: collection)
  }

  /// Whether the index, which was opened before, answers for these sources.
  package func state(of index: OpenIndex?, for collection: Collection) throws -> State {
    guard FileManager.default.fileExists(atPath: path) else { return .missing }
    let hash = collection.sourceHash
    if index?.sourceHash == hash { return .current }
    return try heldHash() == hash ? .held : .stale
  }

  /// The index, unless there is none of this version. Throws as `open()` does otherwise.
  package func openIfPresent() throws -> OpenIndex? {
    do {
      return try open()
    } catch IndexError.missing, IndexError.otherVersion {
      return nil
    }
  }

  /// Opens the index for reading after checking every byte against the manifest.
  ///
  /// Throws `IndexError`: `.damaged` when the file isn't the one that was written.
  package func open() throws -> OpenIndex {
    guard FileManager.default.fileExists(atPath: path) else { throw IndexError.missing(path: path) }
    do {
      let digest = try IndexManifest.digest(of: url)
      guard let manifest = try IndexManifest.read(for: url),
        [manifest.current, manifest.previous].contains(digest)
      else { throw IndexError.damaged(path: path) }
    } catch let error as IndexError {
      throw error
    } catch {
      throw IndexError.cannotRead(path: path, reason: error.reason)
    }
    return try OpenIndex(path: path)
  }

  /// Builds the index anew and publishes it. Until then, and whatever fails, the old one stays.
  ///
  /// Throws `IndexError.notAdmitted` if the index was built and `isAdmitted` says no; these sources
  /// then count as held until they change or are built again.
  package func build(
    _ content: IndexContent, progress: (Int) -> Void = { _ in },
    admitting isAdmitted: (OpenIndex) throws -> Bool = { _ in true }
  ) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      let lock = try IndexLock(for: url)
      try withExtendedLifetime(lock) {
        let draft = url.appendingPathExtension("draft")
        try removeIfPresent(draft)
        defer { unlink(draft.path) }
        try IndexWriter.write(content, to: draft.path, progress: progress)
        try check(draft, holds: content)
        guard try isAdmitted(try OpenIndex(path: draft.path)) else {
          try Data(content.sourceHash.utf8).write(to: heldFile, options: .atomic)
          throw IndexError.notAdmitted(path: path)
        }
        try publish(draft, withdrawing: content)
        try removeIfPresent(heldFile)
      }
    } catch let error as IndexError {
      throw error
    } catch {
      throw IndexError.cannotWrite(path: path, reason: error.reason)
    }
  }

  /// Names the sources whose index was not admitted.
  private var heldFile: URL { url.appendingPathExtension("held") }

  private func heldHash() throws -> String? {
    guard FileManager.default.fileExists(atPath: heldFile.path) else { return nil }
    return String(decoding: try Data(contentsOf: heldFile), as: UTF8.self)
  }

  private func check(_ draft: URL, holds content: IndexContent) throws {
    let index = try OpenIndex(path: draft.path)
    let problems = try index.integrityProblems()
    guard problems.isEmpty, index.texts.passages.count == content.passageCount else {
      throw IndexError.cannotWrite(
        path: path, reason: problems.first ?? "passages are missing from the new index")
    }
  }

  private func publish(_ draft: URL, withdrawing content: IndexContent) throws {
    try synchronize(draft)
    let digest = try IndexManifest.digest(of: draft)
    let old = try IndexManifest.read(for: url)
    try keepPrevious(unlessWithdrawnFrom: content)
    try IndexManifest(current: digest, previous: old?.current).write(for: url)
    guard rename(draft.path, path) == 0 else {
      throw IndexError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    try synchronize(url.deletingLastPathComponent())
  }

  /// Keeps the index in place for rollback, unless it holds a document that was taken out: what is
  /// withdrawn must be gone.
  private func keepPrevious(unlessWithdrawnFrom content: IndexContent) throws {
    let previous = url.appendingPathExtension("previous")
    try removeIfPresent(previous)
    guard FileManager.default.fileExists(atPath: path) else { return }
    let hashes = Set(content.documents.map(\.document.contentHash))
    do {
      let old = try OpenIndex(path: path)
      if old.texts.documents.allSatisfy({ hashes.contains($0.contentHash) }) {
        link(path, previous.path)
      }
    } catch is IndexError {
      return  // An index that can't be read is no use for rollback.
    }
  }

  private func removeIfPresent(_ file: URL) throws {
    guard unlink(file.path) == 0 || errno == ENOENT else {
      throw IndexError.cannotWrite(path: file.path, reason: String(cString: strerror(errno)))
    }
  }

  private func synchronize(_ file: URL) throws {
    let descriptor = Foundation.open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw IndexError.cannotWrite(path: file.path, reason: String(cString: strerror(errno)))
    }
    close(descriptor)
  }
}

extension Error {
  /// What went wrong, for the end of a message.
  fileprivate var reason: String {
    switch self {
    case let error as DatabaseError: error.message ?? "SQLite error \(error.resultCode.rawValue)"
    case let error as CocoaError: error.systemReason
    default: String(describing: self)
    }
  }
}
