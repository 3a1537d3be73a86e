import Documents
import Foundation
import Retrieval
import SQLiteIndex
import Testing
import TestSupport

/// Whatever befalls a build, the index that was there answers, or the new one does: whole.
@Suite(.serialized) struct InterruptedBuildTests {
  private let program: Program
  private let old: TemporaryFolder
  private let new: TemporaryFolder

  init() throws {
    program = try Program()
    old = try Self.texts(about: "ferie")
    new = try Self.texts(about: "lønn")
    #expect(try program.run("index", "-k", old.url.path).status == 0)
  }

  private static func texts(about topic: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 1...40 {
      let body = (1...30).map { "Setning \($0) om \(topic) og sak\($0 * number) her. " }.joined()
      try folder.write("# Sak \(number) om \(topic)\n\n\(body)\n", to: "\(topic)-\(number).md")
    }
    return folder
  }

  private func expectWholeIndex() throws {
    let index = try IndexFile(program.index).open()
    let hashes = try [old, new].map { try SQLiteIndex.Collection(folders: [$0.url]).sourceHash }
    #expect(hashes.contains(index.sourceHash))
    #expect(index.texts.documents.count == 40)
    #expect(try index.integrityProblems().isEmpty)
    let topic = index.sourceHash == hashes[0] ? "ferie" : "lønn"
    let answer = try index.assistant().answer(to: Question("setning om \(topic)"))
    #expect(answer.passages.count == 10)
  }

  @Test("20 kills at random")
  func kills() throws {
    var random = SeededGenerator(seed: 10)
    // How often a build that nobody kills is looked at: fewer times when the machine is busier.
    var whole = try polls(ofBuilding: old, atMost: .max)
    var killed = 0
    for round in 0..<20 {
      let patience = Int.random(in: 0...whole, using: &random)
      let folder = round.isMultiple(of: 2) ? new : old
      let count = try polls(ofBuilding: folder, atMost: patience)
      if count == patience { killed += 1 } else { whole = count }
      try expectWholeIndex()
    }
    #expect(killed >= 5)
    #expect(try program.run("index", "--rebuild", "-k", new.url.path).status == 0)
    let names = try FileManager.default.contentsOfDirectory(
      atPath: program.index.deletingLastPathComponent().path)
    #expect(names.allSatisfy { !$0.contains("draft") })
  }

  /// Looks again and again whether a build has ended, and kills it when that has been in vain as
  /// often as allowed. Returns how often it looked.
  private func polls(ofBuilding folder: TemporaryFolder, atMost limit: Int) throws -> Int {
    let process = try program.startQuietly(["index", "--rebuild", "-k", folder.url.path])
    var count = 0
    while process.isRunning, count < limit {
      count += 1
      sched_yield()
    }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return count
  }

  @Test("a disk that fills up at three levels", arguments: [0.0, 0.5, 0.95])
  func fullDisk(level: Double) throws {
    let bytes = try Data(contentsOf: program.index).count
    let build = try program.run(
      Program.Invocation(
        arguments: ["index", "--rebuild", "-k", new.url.path],
        fileSizeLimit: Int(Double(bytes) / 512 * level)))
    #expect(build.status == 74)
    #expect(build.errors.contains("the index \(program.index.path) can't be written: "))
    #expect(build.errors.hasSuffix("; the old index, if any, is untouched\n"))
    try expectWholeIndex()
    #expect(!FileManager.default.fileExists(atPath: program.index.path + ".draft"))
    let answer = try program.run(
      Program.Invocation(
        arguments: ["ask", "-k", new.url.path, "setning om ferie"],
        fileSizeLimit: Int(Double(bytes) / 512 * level)))
    #expect(answer.status == 0)
  }
}
