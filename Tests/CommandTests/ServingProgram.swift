import Foundation
import Synchronization
import TestSupport

/// A `tillit serve` that runs as long as a test needs it.
final class ServingProgram: Sendable {
  struct EndedEarly: Error {
    let log: String
  }

  /// What came back for one request.
  struct Response {
    let status: Int
    let text: String
  }

  let port: Int
  private let process: Process
  private let log: LogReader

  /// Starts a server on a free port, and returns when it says which.
  init(_ program: Program, _ arguments: [String] = []) throws {
    let (process, _, errors) = try program.start(
      .init(arguments: ["serve", "--port", "0", "--rate-limit", "0"] + arguments))
    self.process = process
    log = LogReader(errors)
    let line = try log.line(containing: "Tillit answers at ")
    let digits = line.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.reversed()
    guard let port = Int(String(digits)) else { throw EndedEarly(log: line) }
    self.port = port
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Waits for a line of the log, and returns it.
  func logLine(containing text: String) throws -> String { try log.line(containing: text) }

  func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

  /// Waits for the end. Returns how the program exited, -1 if by a signal, and all that it wrote.
  func end() -> (status: Int32, log: String) {
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : -1
    return (status, log.rest())
  }

  func get(_ path: String, _ fields: String...) throws -> Response {
    try send("GET \(path) HTTP/1.1\r\n\(fields.map { $0 + "\r\n" }.joined())")
  }

  func ask(_ question: String) throws -> Response {
    let body = #"{"question": "\#(question)"}"#
    return try send(
      "POST /ask HTTP/1.1\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n", body)
  }

  private func send(_ head: String, _ body: String = "") throws -> Response {
    let connection = try RawConnection(port: port, timeoutSeconds: 30)
    defer { connection.close() }
    connection.send(Array("\(head)Host: localhost\r\nConnection: close\r\n\r\n\(body)".utf8))
    let text = connection.readToEnd().text
    return Response(status: Int(text.dropFirst(9).prefix(3)) ?? 0, text: text)
  }
}

/// Reads what a program writes, on a thread of its own, and hands it out by lines.
private final class LogReader: Sendable {
  private struct State {
    var unread: [String] = []
    var all = ""
    var hasEnded = false
  }

  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      var partial = Data()
      while true {
        let data = handle.availableData
        partial += data
        let end =
          data.isEmpty ? partial.endIndex : (partial.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
        let text = String(decoding: partial[..<end], as: UTF8.self)
        partial = Data(partial[end...])
        state.withLock { state in
          state.all += text
          state.unread += text.split(separator: "\n").map(String.init)
          state.hasEnded = data.isEmpty
        }
        news.signal()
        if data.isEmpty { return }
      }
    }
  }

  /// The next line with a text, waiting for it; those before it are passed over.
  func line(containing text: String) throws -> String {
    while true {
      let (found, hasEnded) = state.withLock { state -> (String?, Bool) in
        guard let position = state.unread.firstIndex(where: { $0.contains(text) }) else {
          return (nil, state.hasEnded)
        }
        defer { state.unread.removeFirst(position + 1) }
        return (state.unread[position], false)
      }
      if let found { return found }
      if hasEnded { throw ServingProgram.EndedEarly(log: state.withLock(\.all)) }
      news.wait()
    }
  }

  /// All that was written until the program's end, which is waited for.
  func rest() -> String {
    while !state.withLock(\.hasEnded) { news.wait() }
    return state.withLock(\.all)
  }
}
