import Documents
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import WebAPI

@Suite("What guards the server")
struct GuardingTests {
  private static let json: HTTPFields = [.contentType: "application/json"]
  private static let question = #"{"question": "ferie"}"#

  @Test(
    "only the server's own names are answered",
    arguments: [
      ("127.0.0.1", true), ("127.0.0.1:8080", true), ("LOCALHOST:1", true), ("[::1]:8080", true),
      ("policy.example.org", true), ("Policy.Example.Org:443", true), ("evil.example", false),
      ("localhost.evil.example", false), ("policy.example.org.evil", false), ("", false),
      ("localhost:", false), ("localhost:x", false), ("localhost:99999", false),
      ("localhost@evil.example", false), ("evil.example/localhost", false), ("[::1", false),
      ("127.0.0.1.nip.io", false), ("2130706433", false), ("0x7f.1", false),
    ])
  func hosts(_ authority: String, _ isOwn: Bool) {
    let allowed = Server.configuration { $0.allowedHosts.insert("policy.example.org") }.allowedHosts
    #expect(HostName(authority: authority).map { allowed.contains($0.name) } ?? false == isOwn)
  }

  @Test(
    "the address listened on is a name of the server's own, all addresses at once aren't",
    arguments: [
      (.host("192.0.2.7", port: 80), "192.0.2.7"), (.host("Kari.local", port: 80), "kari.local"),
      (.host("2001:db8::1", port: 80), "[2001:db8::1]"), (.host("0.0.0.0", port: 80), nil),
      (.host("::", port: 80), nil), (.unixSocket(path: "http.sock"), nil),
    ] as [(WebConfiguration.Address, String?)])
  func ownName(_ address: WebConfiguration.Address, _ name: String?) {
    #expect(address.hostName == name)
  }

  @Test(
    "another site's page can't make the browser ask",
    arguments: [
      ([:], true), ([.origin: "http://localhost"], true), ([.origin: "https://localhost"], true),
      ([.origin: "http://evil.example"], false), ([.origin: "null"], false),
      ([.origin: "http://localhost.evil.example"], false),
      ([.origin: "http://localhost:8081"], false),
      ([.fetchSite: "same-origin"], true), ([.fetchSite: "none"], true),
      ([.fetchSite: "same-site"], false), ([.fetchSite: "cross-site"], false),
      ([.fetchSite: "cross-site", .origin: "http://localhost"], false),
    ] as [(HTTPFields, Bool)])
  func origins(_ fields: HTTPFields, _ isOwn: Bool) async throws {
    try await Server.test { client in
      let post = try await client.send(
        .post, "/ask", Self.json.merging(fields), Self.question)
      #expect(post.status == (isOwn ? .ok : .forbidden))
      #expect(try await client.send(.get, "/documents", fields).status == .ok)
    }
  }

  @Test(
    "a body that a page can send unasked is refused",
    arguments: ["text/plain", "multipart/form-data; boundary=x", "text/json", "", nil])
  func bodyTypes(_ type: String?) async throws {
    try await Server.test { client in
      var fields: HTTPFields = [:]
      fields[.contentType] = type
      let response = try await client.send(.post, "/ask", fields, Self.question)
      #expect(response.status == .unsupportedMediaType)
    }
  }

  @Test("every path says what it allows and refuses the rest", arguments: Endpoint.allCases)
  func methods(_ endpoint: Endpoint) async throws {
    let hasID = endpoint.rawValue.hasSuffix("}")
    let path = hasID ? endpoint.path(to: "x") : endpoint.rawValue
    try await Server.test { client in
      let options = try await client.send(.options, path)
      #expect(options.status == .noContent)
      #expect(options.headers[.allow] == endpoint.allowedMethods)
      let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .delete, .patch, .trace, .connect]
      for method in all + [try #require(.init("BREW"))] where !endpoint.methods.contains(method) {
        let response = try await client.send(method, path)
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == endpoint.allowedMethods)
      }
    }
  }

  @Test(
    "HEAD gives GET's headers and no body",
    arguments: [
      "/", "/documents", "/ask?q=ferie", "/assets/app.js", "/health/ready", "/missing", "/ask",
    ])
  func head(_ path: String) async throws {
    try await Server.test { client in
      let get = try await client.send(.get, path)
      let head = try await client.send(.head, path)
      #expect(head.status == get.status)
      #expect(head.length == 0)
      #expect(get.length > 0)
      for name in [HTTPField.Name.contentType, .eTag, .cacheControl] {
        #expect(head.headers[name] == get.headers[name])
      }
    }
  }

  @Test(
    "every response carries the security headers",
    arguments: ["/", "/ask?q=ferie", "/missing", "/documents", "/ask", "/health/live", "/metrics"])
  func securityHeaders(_ path: String) async throws {
    try await Server.test { client in
      let headers = try await client.send(.get, path).headers
      let policy = try #require(headers[.contentSecurityPolicy])
      #expect(policy.hasPrefix("default-src 'none'"))
      #expect(!policy.contains("unsafe"))
      #expect(headers[.xContentTypeOptions] == "nosniff")
      #expect(headers[.frameOptions] == "DENY")
      #expect(headers[.referrerPolicy] == "same-origin")
      #expect(headers[.requestID]?.isEmpty == false)
      #expect(headers[.cacheControl] != nil)
      #expect(headers[.strictTransportSecurity] == nil)
    }
  }

  @Test("a long address is refused")
  func longAddress() async throws {
    try await Server.test { client in
      let path = "/ask?q=" + String(repeating: "a", count: 5_000)
      let response = try await client.send(.get, path)
      #expect(response.status == .uriTooLong)
    }
  }

  @Test("only those on the access list are answered, probes apart")
  func access() async throws {
    let list = try AccessList(
      parsing: "# who\n\(AccessList.line(name: "kari", secret: "s3cret"))\n\n"
        + AccessList.line(name: "ola", secret: "other") + "\n")
    let configuration = Server.configuration { $0.accessList = list }
    try await Server.test(configuration) { client in
      for path in ["/", "/ask?q=a", "/documents", "/metrics", "/openapi.json", "/nothing"] {
        let response = try await client.send(.get, path)
        #expect(response.status == .unauthorized)
        #expect(response.headers[.wwwAuthenticate]?.hasPrefix("Basic realm=") == true)
        let admitted = try await client.send(.get, path, [.authorization: "Bearer s3cret"])
        #expect(admitted.status != .unauthorized)
      }
      #expect(try await client.send(.get, "/health/live").status == .ok)
      #expect(try await client.send(.get, "/health/ready").status == .ok)
    }
  }

  @Test(
    "credentials are the whole secret, with its name where one is given",
    arguments: [
      ("Bearer s3cret", true), ("bearer s3cret", true), ("Bearer other", true),
      ("Basic a2FyaTpzM2NyZXQ=", true),  // kari:s3cret
      ("Basic b2xhOnMzY3JldA==", false),  // ola:s3cret
      ("Basic a2FyaTpzM2NyZQ==", false),  // kari:s3cre
      ("Bearer s3cre", false), ("Bearer s3cret ", false), ("Bearer S3cret", false),
      ("Bearer", false), ("Bearer ", false), ("", false), ("Basic ???", false),
      ("Digest s3cret", false), ("Basic /w==", false),
      ("Bearer \(ContentHash.of(Array("s3cret".utf8)))", false),
    ])
  func credentials(_ authorization: String, _ isAdmitted: Bool) throws {
    let list = try AccessList(
      parsing: AccessList.line(name: "kari", secret: "s3cret") + "\n"
        + AccessList.line(name: "ola", secret: "other"))
    #expect(list.admits(authorization) == isAdmitted)
  }

  @Test(
    "an access list that isn't one is refused",
    arguments: [
      ("", AccessList.ParsingError.empty), ("# no one", .empty), ("kari", .malformed(line: 1)),
      ("\nkari:abc", .malformed(line: 2)),
      (":" + String(repeating: "a", count: 64), .malformed(line: 1)),
      ("kari:" + String(repeating: "g", count: 64), .malformed(line: 1)),
    ])
  func accessList(_ text: String, _ error: AccessList.ParsingError) {
    #expect(throws: error) { try AccessList(parsing: text) }
  }

  @Test("a client that asks too often is told when to come back")
  func rateLimit() async throws {
    let configuration = Server.configuration { $0.rateLimits = .init(burst: 3, perMinute: 1) }
    try await Server.test(configuration) { client in
      for remaining in [2, 1, 0] {
        let response = try await client.send(.get, "/suggest?q=a")
        #expect(response.status == .ok)
        #expect(response.headers[.rateLimit] == "3")
        #expect(response.headers[.rateLimitRemaining] == "\(remaining)")
      }
      let refused = try await client.send(.get, "/suggest?q=a")
      #expect(refused.status == .tooManyRequests)
      let wait = try #require(refused.headers[.retryAfter].flatMap(Int.init))
      #expect((1...60).contains(wait))
      #expect(try await client.send(.get, "/health/live").status == .ok)
      #expect(try await client.send(.get, "/assets/style.css").status == .ok)
    }
  }

  @Test(
    "clients are told apart by address, and behind a trusted proxy by what it says",
    arguments: [
      ("192.0.2.1", "203.0.113.9", "192.0.2.1"), ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
      ("10.0.0.1", "spoofed, 203.0.113.9, 10.0.0.1", "203.0.113.9"), ("10.0.0.1", nil, "10.0.0.1"),
      ("2001:db8:1:2:3::4", nil, "2001:db8:1:2"), ("2001:db8:1:2:9::9", nil, "2001:db8:1:2"),
    ] as [(String, String?, String)])
  func clients(_ peer: String, _ forwarded: String?, _ expected: String) throws {
    var fields: HTTPFields = [:]
    fields[.forwardedFor] = forwarded
    let identity = ClientIdentity(trustedProxies: ["10.0.0.1"])
    let key = identity.key(of: fields, from: try SocketAddress(ipAddress: peer, port: 1))
    #expect(key == expected)
  }
}

extension HTTPFields {
  fileprivate func merging(_ others: HTTPFields) -> HTTPFields {
    var merged = self
    merged.append(contentsOf: others)
    return merged
  }
}
