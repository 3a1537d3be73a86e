import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import WebAPI

/// What a hostile client sends, and how the server may respond: with one of these statuses, or (0)
/// by closing without a word.
struct HostileCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let statuses: Set<Int>
  /// Whether the client stays silent and open afterwards, so that the server has to end it.
  let lingers: Bool

  init(_ name: String, _ text: String, _ statuses: Set<Int>, lingers: Bool = false) {
    self.init(name, Array(text.utf8), statuses, lingers: lingers)
  }

  init(_ name: String, _ bytes: [UInt8], _ statuses: Set<Int>, lingers: Bool = false) {
    testDescription = name
    self.bytes = bytes
    self.statuses = statuses
    self.lingers = lingers
  }

  private static let host = "Host: localhost\r\n"
  private static let json = host + "Content-Type: application/json\r\n"
  private static let body = #"{"question": "ferie"}"#
  private static func post(_ fields: String, _ body: String) -> String {
    "POST /ask HTTP/1.1\r\n\(json)\(fields)\r\n\(body)"
  }
  static func get(_ target: String) -> String {
    "GET \(target) HTTP/1.1\r\n\(host)Connection: close\r\n\r\n"
  }
  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let all: [HostileCase] = slow + oversized + malformed + smuggling + addressed

  private static let slow = [
    HostileCase("a connection that says nothing", "", [0], lingers: true),
    .init("a request line without an end", "GET /ask", [0], lingers: true),
    .init("a head without an end", "GET / HTTP/1.1\r\nHost: localh", [0], lingers: true),
    .init("a head that lacks its empty line", "GET / HTTP/1.1\r\n\(host)", [0], lingers: true),
    .init("a body that never comes", post("Content-Length: 50\r\n", ""), [0], lingers: true),
    .init("a body that stops", post("Content-Length: 50\r\n", "{\"q"), [0], lingers: true),
    .init(
      "a chunk that never comes", post("Transfer-Encoding: chunked\r\n", ""), [0], lingers: true),
    .init(
      "a chunk that stops", post("Transfer-Encoding: chunked\r\n", "20\r\n{"), [0], lingers: true),
    .init(
      "an upload to a path that takes none",
      "GET /health/live HTTP/1.1\r\n\(host)Content-Length: 99\r\n\r\nx", [0, 200],
      lingers: true),
    .init(
      "a connection kept alive for nothing", "GET /health/live HTTP/1.1\r\n\(host)\r\n", [200],
      lingers: true),
    .init("only empty lines", many("\r\n", 100), [0, 400], lingers: true),
  ]

  private static let oversized = [
    HostileCase("an endless request line", "GET /" + many("a", 200_000), [0, 400, 414]),
    .init("a long address", get("/ask?q=" + many("a", 6_000)), [414]),
    .init("a long header", "GET / HTTP/1.1\r\n\(host)X: \(many("a", 20_000))\r\n\r\n", [0, 400]),
    .init("many headers", "GET / HTTP/1.1\r\n\(host)\(many("X: a\r\n", 1_100))\r\n", [0, 400]),
    .init("an endless header name", "GET / HTTP/1.1\r\n" + many("X", 100_000), [0, 400]),
    .init(
      "a large declared body", post("Content-Length: 1000000\r\n", many("a", 1_000_000)),
      [0, 413]),
    .init(
      "a huge declared body that never comes", post("Content-Length: 9000000000\r\n", ""),
      [0, 413],
      lingers: true),
    .init(
      "a body length beyond all numbers", post("Content-Length: 99999999999999999999\r\n", ""),
      [0, 400]),
    .init(
      "a large chunked body",
      post(
        "Transfer-Encoding: chunked\r\n", many("4000\r\n\(many("a", 0x4000))\r\n", 10) + "0\r\n\r\n"
      ),
      [413]),
    .init(
      "a chunk of absurd size", post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFF\r\n"),
      [0, 400]),
    .init(
      "a chunk extension without end",
      post("Transfer-Encoding: chunked\r\n", "1;" + many("x", 100_000)), [0, 400, 413]),
    .init("deep JSON", post("Content-Length: 60000\r\n", many("[", 60_000)), [400]),
    .init(
      "a long question",
      post("Content-Length: 5017\r\n", "{\"question\": \"\(many("a", 5_001))\"}"), [400]),
  ]

  private static let malformed = [
    HostileCase("TLS on a plain port", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00], [0, 400]),
    .init("HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [0, 400, 405]),
    .init("bytes that are no text", [0xFF, 0xFE, 0x00, 0x0D, 0x0A, 0x0D, 0x0A], [0, 400]),
    .init("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n", [0, 400]),
    .init("HTTP/0.9", "GET /\r\n\r\n", [0, 400]),
    .init("a version to come", "GET / HTTP/9.9\r\n\(host)\r\n", [0, 200, 400]),
    .init("a method that is no word", "G@T / HTTP/1.1\r\n\(host)\r\n", [0, 400]),
    .init("a NUL in a header", "GET / HTTP/1.1\r\n\(host)X: a\0b\r\n\r\n", [0, 400]),
    .init(
      "a folded header", "GET / HTTP/1.1\r\n\(host)X: a\r\n b\r\n\r\n", [0, 200, 400], lingers: true
    ),
    .init("a header without a colon", "GET / HTTP/1.1\r\n\(host)Xa\r\n\r\n", [0, 400]),
    .init("a space before the colon", "GET / HTTP/1.1\r\n\(host)X : a\r\n\r\n", [0, 400]),
    .init(
      "lines that end in LF alone", "GET /health/live HTTP/1.1\nHost: localhost\n\n",
      [0, 200, 400], lingers: true),
    .init(
      "a body that isn't UTF-8",
      Array(post("Content-Length: 18\r\n", "").utf8) + Array("{\"question\": \"".utf8) + [
        0xFF, 0xC3, 0x22, 0x7D,
      ], [400]),
    .init("a query that isn't UTF-8", get("/ask?q=%FF%FE"), [400]),
    .init(
      "raw bytes in the address",
      Array("GET /ask?q=".utf8) + [0xE5, 0xF8] + Array(" HTTP/1.1\r\n\(host)\r\n".utf8), [0, 400]),
    .init("JSON cut short", post("Content-Length: 12\r\n", "{\"question\":"), [400]),
    .init("JSON with two answers", post("Content-Length: 43\r\n", body + " " + body), [400]),
    .init(
      "a lone surrogate", post("Content-Length: 22\r\n", "{\"question\": \"\\ud800\"}"), [200, 400]),
    .init(
      "garbage after the request", "GET /health/live HTTP/1.1\r\n\(host)\r\n\0\0\0garbage\r\n\r\n",
      [200, 400]),
  ]

  private static let smuggling = [
    HostileCase(
      "both lengths",
      post(
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /x HTTP/1.1\r\n\r\n"),
      [0, 400]),
    .init(
      "two lengths", post("Content-Length: 4\r\nContent-Length: 9\r\n", "aaaaaaaaa"), [0, 400]),
    .init("a list of lengths", post("Content-Length: 4, 9\r\n", "aaaaaaaaa"), [0, 400]),
    .init("a signed length", post("Content-Length: +4\r\n", "aaaa"), [0, 400]),
    .init("a hexadecimal length", post("Content-Length: 0x4\r\n", "aaaa"), [0, 400]),
    .init("a disguised encoding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), [0, 400]),
    .init(
      "an encoding that isn't last", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"),
      [0, 400]),
    .init(
      "an encoding with a tab",
      post("Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n", "0\r\n\r\n"), [0, 400]),
    .init(
      "a chunk size that isn't one", post("Transfer-Encoding: chunked\r\n", "zz\r\n"), [0, 400]),
    .init(
      "a request in another's body",
      "GET /health/live HTTP/1.1\r\n\(host)Content-Length: 30\r\n\r\nGET /metrics HTTP/1.1\r\nX: yzzzz",
      [200], lingers: true),
  ]

  private static let addressed = [
    HostileCase("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", [400]),
    .init(
      "two hosts", "GET / HTTP/1.1\r\n\(host)Host: localhost\r\nConnection: close\r\n\r\n", [400]),
    .init(
      "a foreign host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [421]),
    .init(
      "an address that names another host",
      "GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", [421]),
    .init("an empty host", "GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n", [400, 421]),
    .init("a way up", get("/documents/../../../../etc/passwd"), [404]),
    .init("an encoded way up", get("/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd"), [404]),
    .init("a NUL in the path", get("/assets/style.css%00.txt"), [404]),
    .init(
      "a tunnel",
      "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
      [0, 400, 404, 405]),
    .init(
      "an asterisk", "OPTIONS * HTTP/1.1\r\n\(host)Connection: close\r\n\r\n", [0, 204, 400, 404]),
    .init(
      "an upgrade", "GET / HTTP/1.1\r\n\(host)Connection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n",
      [200]),
    .init(
      "another site's form",
      post("Origin: http://evil.example\r\nConnection: close\r\nContent-Length: 21\r\n", body),
      [403]),
  ]
}

@Suite("Hostile clients")
struct HostileTests {
  /// With limits that make slow cases quick.
  private static var configuration: WebConfiguration {
    Server.configuration { configuration in
      configuration.connectionLimits.head = .milliseconds(400)
      configuration.connectionLimits.body = .milliseconds(400)
      configuration.connectionLimits.response = .milliseconds(400)
      configuration.connectionLimits.linger = .milliseconds(200)
      configuration.connectionLimits.connections = 64
    }
  }

  @Test("get the right status or a clean end, and the server answers the next client")
  func cases() async throws {
    #expect(HostileCase.all.count >= 40)
    try await Server.test(Self.configuration, live: true) { client in
      let port = try #require(client.port)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for hostile in HostileCase.all {
          group.addTask { try await Self.check(hostile, port) }
        }
        try await group.waitForAll()
      }
      try await Self.check(HostileCase("a good client", HostileCase.get("/"), [200]), port)
    }
  }

  private static func check(_ hostile: HostileCase, _ port: Int) async throws {
    let (text, isClosed) = try await RawConnection.onThread {
      let connection = try RawConnection(port: port)
      defer { connection.close() }
      connection.send(hostile.bytes)
      if !hostile.lingers { connection.finish() }
      return connection.readToEnd()
    }
    #expect(isClosed, "\(hostile): still open after \(text)")
    let status = text.isEmpty ? 0 : Int(text.dropFirst(9).prefix(3)) ?? -1
    #expect(hostile.statuses.contains(status), "\(hostile): \(text.prefix(300))")
    #expect(!text.contains("root:"))
  }

  @Test("a flood of idle connections keeps no one out")
  func idleFlood() async throws {
    try await Server.test(Self.configuration, live: true) { client in
      let port = try #require(client.port)
      let flood = try await RawConnection.onThread {
        try (0..<300).map { _ in try RawConnection(port: port) }
      }
      for _ in 0..<20 {
        let text = try await RawConnection.onThread {
          let connection = try RawConnection(port: port, timeoutSeconds: 60)
          defer { connection.close() }
          connection.send(
            Array("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8))
          return connection.readToEnd().text
        }
        #expect(text.hasPrefix("HTTP/1.1 200"))
      }
      for connection in flood { connection.close() }
    }
  }

  @Test("requests that come together are answered in order")
  func pipelining() async throws {
    try await Server.test(Self.configuration, live: true) { client in
      let port = try #require(client.port)
      let text = try await RawConnection.onThread {
        let connection = try RawConnection(port: port)
        defer { connection.close() }
        let paths = ["/health/live", "/nothing", "/assets/icon.svg", "/health/ready"]
        let requests = paths.map { "GET \($0) HTTP/1.1\r\nHost: localhost\r\n\r\n" }
        connection.send(Array(requests.joined().utf8))
        return connection.readToEnd().text
      }
      let statuses = text.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
      #expect(statuses == ["200", "404", "200", "200"])
    }
  }

  @Test("answers are compressed for those who can read it, and are the same")
  func compression() async throws {
    try await Server.test(live: true) { client in
      let plain = try await client.send(.get, "/openapi.json")
      let packed = try await client.send(.get, "/openapi.json", [.acceptEncoding: "gzip"])
      #expect(plain.headers[.contentEncoding] == nil)
      #expect(packed.headers[.contentEncoding] == "gzip")
      #expect(packed.length < plain.length / 4)
      #expect(packed.headers[.eTag] == plain.headers[.eTag])
      let head = try await client.send(.head, "/openapi.json", [.acceptEncoding: "gzip"])
      #expect(head.length == 0)
      #expect(head.headers[.contentEncoding] == nil)
    }
  }
}
