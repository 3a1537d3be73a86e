package import Foundation
import NIOSSL

/// How the server is to run. The defaults serve this machine alone.
package struct WebConfiguration: Sendable {
  package enum Address: Sendable, Equatable {
    /// Port 0 stands for any that is free.
    case host(String, port: Int)
    case unixSocket(path: String)

    /// As `Host` headers have it: who listens there chose it, so it is no foreign site's. Nil for all
    /// addresses at once, and for a Unix socket.
    package var hostName: String? {
      guard case .host(let name, _) = self, !["0.0.0.0", "::"].contains(name) else { return nil }
      return (name.contains(":") ? "[\(name)]" : name).lowercased()
    }
  }

  package enum LogLevel: String, Sendable, CaseIterable { case debug, info, warning, error }

  package var address = Address.host("127.0.0.1", port: 8080)
  /// Host names that requests may be addressed to, in lower case and without ports.
  package var allowedHosts: Set<String> = ["127.0.0.1", "localhost", "[::1]"]
  /// Addresses of proxies whose `X-Forwarded-For` is believed.
  package var trustedProxies: Set<String> = []
  /// Nil lets everyone in.
  package var accessList: AccessList?
  /// Nil sets no limit.
  package var rateLimits: RateLimiter.Limits? = RateLimiter.Limits()
  package var connectionLimits = ConnectionLimits()
  /// Threads that answer.
  package var threadCount = ProcessInfo.processInfo.activeProcessorCount
  /// Nil keeps no feedback.
  package var feedback: FeedbackFile?
  /// Nil serves without TLS.
  package var certificate: ServerCertificate?
  /// Between looks for changed texts; zero for none.
  package var refreshInterval = Duration.seconds(60)
  /// How long requests in progress may take to finish at the end.
  package var shutdownPatience = Duration.seconds(8)
  package var logLevel = LogLevel.info

  package init() {}
}

/// What the server shows to be itself by TLS 1.2 or later.
package struct ServerCertificate: Sendable {
  let tls: TLSConfiguration

  package struct ReadingError: Error, Equatable {
    package let reason: String
  }

  /// Reads a certificate chain and its key, both PEM files.
  package init(chain: URL, privateKey: URL) throws(ReadingError) {
    do {
      var tls = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(chain.path).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: privateKey.path, format: .pem)))
      tls.minimumTLSVersion = .tlsv12
      tls.applicationProtocols = ["http/1.1"]
      self.tls = tls
    } catch {
      throw ReadingError(reason: "\(error)")
    }
  }
}
