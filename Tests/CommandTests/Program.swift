import Foundation
import TestSupport

/// Runs the built `tillit` as a user would, with a home and a cache of its own.
struct Program {
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// How to start a process: arguments, what it reads, and what surrounds it.
  struct Invocation {
    var arguments: [String]
    var input = Data()
    var environment: [String: String] = [:]
    /// The largest file it may write, in blocks of 512 bytes: a disk that fills up.
    var fileSizeLimit: Int?
    var outputPath: String?
  }

  static let url = Fixtures.products.appendingPathComponent("tillit")

  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The index file that every command of this program uses unless told otherwise.
  var index: URL { folder.file("index/index.sqlite") }

  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws
    -> Result
  {
    try run(
      Invocation(
        arguments: arguments, input: Data(input.utf8), environment: environment))
  }

  func run(_ invocation: Invocation) throws -> Result {
    let (process, output, errors) = try start(invocation)
    let reader = ConcurrentReader(errors)
    let text = try output?.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: reader.data(), as: UTF8.self))
  }

  /// Starts without waiting; its output goes nowhere.
  func startQuietly(_ arguments: [String]) throws -> Process {
    let process = try process(for: Invocation(arguments: arguments))
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Starts without waiting; what it writes can be read meanwhile.
  func start(_ invocation: Invocation) throws -> (Process, FileHandle?, FileHandle) {
    let process = try process(for: invocation)
    let errors = Pipe()
    process.standardError = errors
    let output = Pipe()
    if let path = invocation.outputPath {
      process.standardOutput = FileHandle(forWritingAtPath: path)
    } else {
      process.standardOutput = output
    }
    try process.run()
    let reading = invocation.outputPath == nil ? output.fileHandleForReading : nil
    return (process, reading, errors.fileHandleForReading)
  }

  private func process(for invocation: Invocation) throws -> Process {
    let process = Process()
    if let limit = invocation.fileSizeLimit {
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments =
        ["-c", "ulimit -f \(limit); exec \"$0\" \"$@\"", Self.url.path] + invocation.arguments
    } else {
      process.executableURL = Self.url
      process.arguments = invocation.arguments
    }
    let input = try folder.write(invocation.input, to: "input-\(UUID().uuidString)")
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.environment = environment.merging(invocation.environment) { _, new in new }
    process.currentDirectoryURL = folder.url
    return process
  }

  private var environment: [String: String] {
    let inherited = ProcessInfo.processInfo.environment
      .filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
    let own = [
      "HOME": folder.url.path, "XDG_CACHE_HOME": folder.file("cache").path,
      "TILLIT_KNOWLEDGE": Fixtures.knowledge.path, "TILLIT_INDEX": index.path,
      "LANG": "nb_NO.UTF-8",
      // Without the vocabulary and the guides, so that answers depend on the fixture texts alone.
      "TILLIT_SHARE": folder.file("share").path, "COLUMNS": "80", "TERM": "xterm",
    ]
    return inherited.merging(own) { _, new in new }
  }
}

/// Reads a pipe to its end on a thread of its own, so that two can be read at once.
private final class ConcurrentReader: @unchecked Sendable {
  private var bytes = Data()
  private let done = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      do {
        bytes = try handle.readToEnd() ?? Data()
      } catch {
        bytes = Data("unreadable: \(error)".utf8)
      }
      done.signal()
    }
  }

  /// Waits for the end; to be called once.
  func data() -> Data {
    done.wait()
    return bytes
  }
}
