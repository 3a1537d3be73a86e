import Foundation
import TestSupport
import Testing

/// The server as a process: its start, its end, and what it leaves behind.
@Suite struct ServeCommandTests {
  private let program: Program
  private let texts: TemporaryFolder

  init() throws {
    program = try Program()
    texts = try TemporaryFolder()
    try SmallCollection.write(to: texts)
  }

  private func serve(_ arguments: String...) throws -> ServingProgram {
    try ServingProgram(program, ["--knowledge", texts.url.path] + arguments)
  }

  @Test("takes a free port, says which, answers there, and ends in order when told to")
  func serving() throws {
    let server = try serve()
    #expect(try server.get("/health/ready").text.contains(#""documents":3"#))
    let answer = try server.ask("hvor lang hviletid etter nattevakt?")
    #expect(answer.status == 200)
    #expect(answer.text.contains("elleve timer"))
    server.signal(SIGTERM)
    #expect(server.end().status == 0)
  }

  @Test("a question asked 1,000 times is in no log, no metric and no file")
  func canary() throws {
    let server = try serve("--log-level", "debug")
    let canary = "kanarifuglzzq"
    for number in 0..<500 {
      #expect(try server.ask("hviletid for \(canary) \(number)").status == 200)
      #expect(try server.get("/ask?q=hviletid+\(canary)").status == 200)
    }
    #expect(try !server.get("/metrics").text.contains(canary))
    server.signal(SIGTERM)
    let log = server.end().log
    #expect(log.split(separator: "\n").count { $0.contains(#""endpoint":"/ask""#) } == 1_000)
    #expect(!log.contains(canary))
    for file in try everyFile(in: program.folder.url) {
      #expect(try Data(contentsOf: file).range(of: Data(canary.utf8)) == nil, "\(file.path)")
    }
  }

  private func everyFile(in folder: URL) throws -> [URL] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = paths.map { folder.appendingPathComponent($0) }.filter { url in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    #expect(files.contains { $0.lastPathComponent == "index.sqlite" })
    return files
  }

  @Test("an upload that hangs doesn't keep it from ending", .timeLimit(.minutes(1)))
  func hungUpload() throws {
    let server = try serve()
    let connection = try RawConnection(port: server.port)
    defer { connection.close() }
    connection.send(
      Array(
        """
        POST /ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
        Content-Length: 50\r\n\r\n{"question": 
        """.utf8))
    #expect(try server.get("/health/live").status == 200)
    server.signal(SIGTERM)
    #expect(server.end().status == 0)
  }

  @Test("reads changed texts at SIGHUP, and says so in the log")
  func hangUp() throws {
    let server = try serve("--refresh", "0")
    #expect(try server.get("/documents/new.md").status == 404)
    try texts.write("# Nytt\n\nSkipshunden skal luftes to ganger om dagen.\n", to: "new.md")
    server.signal(SIGHUP)
    #expect(try server.logLine(containing: "index refreshed").contains("\"version\":"))
    #expect(try server.get("/documents/new.md").status == 200)
    #expect(try server.ask("skipshunden").text.contains("to ganger om dagen"))
    try FileManager.default.removeItem(at: texts.file("new.md"))
    server.signal(SIGHUP)
    _ = try server.logLine(containing: "index refreshed")
    #expect(try server.get("/documents/new.md").status == 404)
  }

  @Test("starts anew after a kill at once, from the index that is there, then reads what changed")
  func restart() throws {
    let first = try serve()
    first.signal(SIGKILL)
    #expect(first.end().status == -1)
    try texts.write("# Nytt\n\nSkipshunden skal luftes to ganger om dagen.\n", to: "new.md")
    let second = try serve("--port", "\(first.port)", "--refresh", "0")
    #expect(second.port == first.port)
    _ = try second.logLine(containing: "index refreshed")
    #expect(try second.get("/documents/new.md").status == 200)
  }

  @Test("lets in only those whose secrets `tillit secret` made")
  func secrets() throws {
    let made = try program.run("secret", "kari")
    let secret = try #require(made.errors.split(separator: " ").last).filter { !$0.isNewline }
    #expect(!made.output.contains(secret))
    let file = try program.folder.write(made.output, to: "access")
    let server = try serve("--access-file", file.path, "--log-level", "debug")
    #expect(try server.get("/documents").status == 401)
    #expect(try server.get("/documents", "Authorization: Bearer \(secret)0").status == 401)
    #expect(try server.get("/documents", "Authorization: Bearer \(secret)").status == 200)
    server.signal(SIGTERM)
    #expect(!server.end().log.contains(secret))
  }

  @Test(
    "what can't be served with is refused, with its name",
    arguments: [
      (["--certificate", "a.pem", "--private-key", "b.pem"], 78, "certificate"),
      (["--certificate", "a.pem"], 64, "--private-key"),
      (["--access-file", "missing.txt"], 66, "missing.txt"),
      (["--port", "70000"], 64, "--port"), (["--host", "192.0.2.1"], 69, "192.0.2.1"),
      (["--unix-socket", "missing/folder/socket"], 69, "missing/folder/socket"),
      (["--threads", "0"], 64, "--threads"),
    ])
  func refused(_ arguments: [String], _ status: Int32, _ name: String) throws {
    let result = try program.run(
      .init(arguments: ["serve", "--port", "0", "--knowledge", texts.url.path] + arguments))
    #expect(result.status == status)
    #expect(result.errors.contains(name))
  }

  @Test("a port that is taken is refused")
  func takenPort() throws {
    let server = try serve()
    let result = try program.run(
      "serve", "--knowledge", texts.url.path, "--port", "\(server.port)")
    #expect(result.status == 69)
    #expect(result.errors.contains("\(server.port)"))
  }
}
