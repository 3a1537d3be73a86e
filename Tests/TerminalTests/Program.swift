import Foundation
import TestSupport

/// The built program over the small collection, with a home of its own.
final class Program {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let texts = try TemporaryFolder()
    try SmallCollection.write(to: texts)
    try FileManager.default.moveItem(at: texts.url, to: folder.file("texts"))
    try FileManager.default.createDirectory(at: texts.url, withIntermediateDirectories: true)
  }

  /// Beside the tests, in the same build folder.
  static var url: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("tillit")
  }

  var environment: [String: String] {
    [
      "HOME": folder.url.path, "PATH": "/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
      "TILLIT_LANG": "nb", "TILLIT_KNOWLEDGE": folder.file("texts").path, "PAGER": "cat",
      "TILLIT_SHARE": folder.file("none").path,
      "XDG_STATE_HOME": folder.file("state").path, "XDG_CACHE_HOME": folder.file("cache").path,
    ]
  }

  /// At a terminal, with changes to the environment; nil takes a variable away.
  func terminal(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    changing changes: [String: String] = [:]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      [Self.url.path] + arguments,
      environment: environment.merging(changes) { _, new in new }, folder: folder.url,
      columns: columns, rows: rows)
  }

  /// Over pipes: what it wrote and how it ended.
  func run(
    _ arguments: [String], input: String = "", changing changes: [String: String] = [:]
  ) throws -> (output: String, notices: String, status: Int32) {
    let process = Process()
    process.executableURL = Self.url
    process.arguments = arguments
    process.environment = environment.merging(changes) { _, new in new }
    process.currentDirectoryURL = folder.url
    let notices = folder.file("notices-\(UUID().uuidString)")
    let inputFile = try folder.write(input, to: "input-\(UUID().uuidString)")
    try Data().write(to: notices)
    process.standardError = try FileHandle(forWritingTo: notices)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      String(decoding: data, as: UTF8.self), try String(contentsOf: notices, encoding: .utf8),
      process.terminationStatus
    )
  }
}
