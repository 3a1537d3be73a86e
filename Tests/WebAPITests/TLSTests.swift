import Foundation
import HTTPTypes
import HummingbirdTesting
import TestSupport
import Testing

@testable import WebAPI

@Suite("Serving by TLS")
struct TLSTests {
  /// For localhost, signed by itself, and of no use elsewhere.
  private static let chain = """
    -----BEGIN CERTIFICATE-----
    MIIBkzCCATqgAwIBAgITIjuMmIhl10WkboGFi5RyyfjehTAKBggqhkjOPQQDAjAU
    MRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMjYxMTIyMDAwNDU4WhgPMjEyNjEwMjkw
    MDA0NThaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49
    AwEHA0IABFPKBnA0+63Fr858jFySeaWC5iL4syiKAHTYGLYLdq2BQ325iwWG1I9+
    7jWKQ2S4lBrIUCN22MZi1a4Kvsc2IJejaTBnMB0GA1UdDgQWBBQMvapQvGBYCEsf
    +4goX/vZ9OvbgjAfBgNVHSMEGDAWgBQMvapQvGBYCEsf+4goX/vZ9OvbgjAPBgNV
    HRMBAf8EBTADAQH/MBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAKBggqhkjOPQQDAgNH
    ADBEAiAs+no5sC1ZVTnP3z5RA6L/Kx1GbXSe2bSQ99dEMfoy/AIgW1WOcHvPeKg6
    MKqVurrwQX16L0cSk8JI+v5tefgFHK8=
    -----END CERTIFICATE-----
    """

  private static let privateKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgxAFBK4U2PqpPY+qu
    shgTznyGSt17X8tyteNtRv2QeeShRANCAARTygZwNPutxa/OfIxcknmlguYi+LMo
    igB02Bi2C3atgUN9uYsFhtSPfu41ikNkuJQayFAjdtjGYtWuCr7HNiCX
    -----END PRIVATE KEY-----
    """

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func certificate(_ chain: String, _ privateKey: String) throws -> ServerCertificate {
    try ServerCertificate(
      chain: try folder.write(chain, to: "chain.pem"),
      privateKey: try folder.write(privateKey, to: "key.pem"))
  }

  @Test("answers are encrypted, and browsers told to come back that way only")
  func encrypted() async throws {
    let certificate = try certificate(Self.chain, Self.privateKey)
    let configuration = Server.configuration { $0.certificate = certificate }
    let server = try Server.server(configuration)
    try await server.application().test(.ahc(.https)) { client in
      let answer = try await client.ask(#"{"question": "ferie"}"#)
      #expect(answer.status == .ok)
      #expect(answer.headers[.strictTransportSecurity] == "max-age=31536000")
      let port = try #require(client.port)
      let plain = try await RawConnection.onThread {
        let connection = try RawConnection(port: port)
        defer { connection.close() }
        connection.send(Array("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8))
        connection.finish()
        return connection.readToEnd()
      }
      #expect(plain.isClosed)
      #expect(!plain.text.contains("HTTP/1.1 200"))
    }
  }

  @Test("a certificate or key that can't be read is refused")
  func unreadable() throws {
    #expect(throws: ServerCertificate.ReadingError.self) { try certificate("", Self.privateKey) }
    #expect(throws: ServerCertificate.ReadingError.self) { try certificate(Self.chain, "") }
    #expect(throws: ServerCertificate.ReadingError.self) {
      try ServerCertificate(chain: folder.file("missing"), privateKey: folder.file("missing"))
    }
  }
}
