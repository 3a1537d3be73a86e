import Analysis
import Documents
import Foundation
import GRDB
import Retrieval
@testable import SQLiteIndex
import Testing
import TestSupport

@Suite struct IndexFileTests {
  private let folder: TemporaryFolder
  private let file: IndexFile

  init() throws {
    folder = try TemporaryFolder()
    file = IndexFile(folder.file("cache/index.sqlite"))
  }

  private func collection(_ texts: [String: String]) throws -> SQLiteIndex.Collection {
    let texts = try TemporaryFolder.holding(texts)
    return try Collection(folders: [texts.url])
  }

  private func content(_ texts: [String: String]) throws -> IndexContent {
    try CollectionReading(collection(texts)) { _ in }.content
  }

  @Test("an index is missing, then current, then stale")
  func states() throws {
    let first = try collection(["a.md": "Ferien er lang."])
    #expect(try file.state(for: first) == .missing)
    #expect(throws: IndexError.missing(path: file.path)) { try file.open() }
    try file.build(CollectionReading(first) { _ in }.content)
    #expect(try file.state(for: first) == .current)
    #expect(try file.state(for: try collection(["a.md": "Ferien er kort."])) == .stale)
    #expect(try file.state(for: try collection(["b.md": "Ferien er lang."])) == .stale)
  }

  @Test("two builds of the same texts answer byte for byte the same")
  func determinism() throws {
    let other = IndexFile(folder.file("other.sqlite"))
    try file.build(try Fixtures.content())
    try other.build(try Fixtures.content())
    let answers = try [file, other].map { file in
      let assistant = try file.open().assistant()
      return try Fixtures.questions.map {
        String(reflecting: try assistant.answer(to: Question($0)))
      }
    }
    #expect(answers[0] == answers[1])
    #expect(try IndexManifest.digest(of: file.url) == IndexManifest.digest(of: other.url))
  }

  @Test("an index of another version is stale, and refused")
  func otherVersion() throws {
    let texts = try collection(["a.md": "Ferien er lang."])
    try file.build(CollectionReading(texts) { _ in }.content)
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { db in
      try db.execute(sql: "UPDATE property SET value = 'schema 0' WHERE key = 'build_version'")
    }
    try queue.close()
    try IndexManifest(current: IndexManifest.digest(of: file.url)).write(for: file.url)
    #expect(throws: IndexError.otherVersion(path: file.path, found: "schema 0")) {
      try file.open()
    }
    #expect(try file.state(for: texts) == .stale)
  }

  @Test("while one process builds, another is refused")
  func lock() throws {
    let texts = try content(["a.md": "Ferien er lang."])
    try file.build(texts)
    do {
      let lock = try IndexLock(for: file.url)
      defer { withExtendedLifetime(lock) {} }
      #expect(throws: IndexError.locked(path: file.path)) { try file.build(texts) }
      #expect(try file.open().texts.passages.count == 1)
    }
    try file.build(texts)
  }

  @Test("a builder that is refused closes no file but its own")
  func refusedLock() throws {
    let index = folder.file("index.sqlite")
    let lock = try IndexLock(for: index)
    defer { withExtendedLifetime(lock) {} }
    let path = try folder.write("Ferien er lang.", to: "other.txt").path
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for _ in 0..<20_000 {
        if worker == 0 {
          _ = try? IndexLock(for: index)
          continue
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) == 1, close(descriptor) == 0 else {
          Issue.record("a file was closed by another: \(String(cString: strerror(errno)))")
          return
        }
      }
    }
  }

  @Test("the index before is kept for rollback")
  func previous() throws {
    let old = try content(["a.md": "Ferien er lang."])
    try file.build(old)
    try file.build(try content(["a.md": "Ferien er lang.", "b.md": "Lønnen er god."]))
    let previous = try OpenIndex(path: file.path + ".previous").texts
    #expect(previous.documents.map(\.id.rawValue) == ["a.md"])
  }

  @Test("the index before can be put back by renaming it")
  func rollback() throws {
    try file.build(try content(["a.md": "Ferien er lang."]))
    try file.build(try content(["a.md": "Ferien er lang.", "b.md": "Lønnen er god."]))
    #expect(rename(file.path + ".previous", file.path) == 0)
    #expect(try file.open().texts.documents.count == 1)
  }

  @Test("what is withdrawn or changed is gone from every file", arguments: [nil, "Ny tekst."])
  func withdrawal(replacement: String?) throws {
    let canary = "Kanarifuglsetning"
    try file.build(try content(["a.md": "Ferien er lang.", "b.md": "\(canary) her."]))
    #expect(try holds(canary))
    try file.build(try content(["a.md": "Ferien er lang.", "b.md": replacement ?? ""]))
    #expect(try !holds(canary))
  }

  @Test("a failed build leaves no draft, and the old index in place")
  func failedBuild() throws {
    try file.build(try content(["a.md": "Ferien er lang."]))
    // A folder stands where the draft should be written.
    let draft = folder.file("cache/index.sqlite.draft/x")
    try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
    #expect {
      try file.build(try content(["b.md": "Lønnen er god."]))
    } throws: { error in
      if case .cannotWrite = error as? IndexError { true } else { false }
    }
    #expect(try file.open().texts.documents.map(\.id.rawValue) == ["a.md"])
  }

  @Test("a folder that can't be made is an error that names the index")
  func impossibleFolder() throws {
    try folder.write("", to: "blocked")
    let file = IndexFile(folder.file("blocked/index.sqlite"))
    #expect {
      try file.build(try content(["a.md": "Ferien er lang."]))
    } throws: { error in
      if case .cannotWrite(file.path, _) = error as? IndexError { true } else { false }
    }
  }

  @Test("only the index, its manifest, its predecessor and its lock are left behind")
  func leftovers() throws {
    try file.build(try content(["a.md": "Ferien er lang."]))
    try file.build(try content(["a.md": "Ferien er lang.", "b.md": "Lønnen er god."]))
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.file("cache").path
    ).sorted()
    #expect(
      names == ["", ".lock", ".manifest", ".previous"].map { "index.sqlite" + $0 })
  }

  /// Whether any file beside the index holds a text, in any case.
  private func holds(_ text: String) throws -> Bool {
    let cache = folder.file("cache")
    return try FileManager.default.contentsOfDirectory(atPath: cache.path).contains { name in
      let bytes = try Data(contentsOf: cache.appendingPathComponent(name))
      return [text, text.lowercased()].contains { bytes.range(of: Data($0.utf8)) != nil }
    }
  }
}

extension TemporaryFolder {
  static func holding(_ texts: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in texts { try folder.write(text, to: name) }
    return folder
  }
}
