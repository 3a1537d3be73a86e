import ArgumentParser
import Foundation
import WebAPI

extension WebConfiguration.LogLevel: ExpressibleByArgument {}

/// Where the server listens, whom it answers and within what limits.
struct ServerOptions: ParsableArguments {
  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(name: .shortAndLong, help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Option(help: ArgumentHelp("Listen on a Unix socket instead.", valueName: "path"))
  var unixSocket: String?

  @Option(
    help: ArgumentHelp(
      "A host name that requests may be addressed to, besides this machine's own; may be repeated.",
      valueName: "name"))
  var allowHost: [String] = []

  @Option(
    help: ArgumentHelp(
      "The address of a proxy whose X-Forwarded-For is believed; may be repeated.",
      valueName: "address"))
  var trustedProxy: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file of names and hashed secrets (see `tillit secret`); no one else is answered.",
      valueName: "file"))
  var accessFile: String?

  @Option(
    help: ArgumentHelp(
      "Keep what readers say of passages, with their questions, in this file.", valueName: "file"))
  var feedbackFile: String?

  @Option(help: ArgumentHelp("A PEM file with the certificate chain, for TLS.", valueName: "file"))
  var certificate: String?

  @Option(help: ArgumentHelp("A PEM file with the certificate's key.", valueName: "file"))
  var privateKey: String?

  @Option(help: ArgumentHelp("Requests a minute from one client; 0 for no limit.", valueName: "n"))
  var rateLimit = 300

  @Option(help: ArgumentHelp("Threads that answer. (default: one for each core)", valueName: "n"))
  var threads: Int?

  @Option(help: ArgumentHelp("The most open connections.", valueName: "n"))
  var connections = 1_024

  @Option(
    help: ArgumentHelp("Seconds between looks for changed texts; 0 for none.", valueName: "n"))
  var refresh = 60

  @Option(help: "debug, info, warning or error. (default: info; warning on a terminal)")
  var logLevel: WebConfiguration.LogLevel?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port must be between 0 and 65535.")
    }
    guard (certificate == nil) == (privateKey == nil) else {
      throw ValidationError("--certificate and --private-key go together.")
    }
    guard refresh >= 0 else { throw ValidationError("--refresh must not be negative.") }
    guard rateLimit >= 0 else { throw ValidationError("--rate-limit must not be negative.") }
    guard threads.map({ (1...256).contains($0) }) ?? true else {
      throw ValidationError("--threads must be between 1 and 256.")
    }
    guard (16...100_000).contains(connections) else {
      throw ValidationError("--connections must be between 16 and 100000.")
    }
  }

  /// Throws a `Failure` that names the file at fault.
  func configuration() throws -> WebConfiguration {
    var configuration = WebConfiguration()
    configuration.address =
      unixSocket.map { .unixSocket(path: $0) } ?? .host(host, port: port)
    configuration.allowedHosts.formUnion(allowHost.map { $0.lowercased() })
    if let own = configuration.address.hostName { configuration.allowedHosts.insert(own) }
    configuration.trustedProxies = Set(trustedProxy)
    configuration.rateLimits =
      rateLimit == 0 ? nil : .init(burst: max(rateLimit / 5, 1), perMinute: rateLimit)
    if let threads { configuration.threadCount = threads }
    configuration.connectionLimits.connections = DescriptorLimit.connections(upTo: connections)
    configuration.feedback = feedbackFile.map { FeedbackFile(URL(fileURLWithPath: $0)) }
    configuration.accessList = try accessFile.map(Self.accessList)
    if let certificate, let privateKey {
      configuration.certificate = try Self.certificate(certificate, privateKey)
    }
    configuration.refreshInterval = .seconds(refresh)
    configuration.logLevel = logLevel ?? (StandardError.isTerminal ? .warning : .info)
    return configuration
  }

  /// Whether others than this machine's own users can reach the server.
  var isOpenToOthers: Bool {
    unixSocket == nil && !["127.0.0.1", "localhost", "::1"].contains(host)
  }

  /// Where the server can be reached, given the port it got.
  func location(port bound: Int?) -> String {
    if let unixSocket { return "the socket \(unixSocket)" }
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(certificate == nil ? "http" : "https")://\(name):\(bound ?? port)/"
  }

  private static func certificate(
    _ certificate: String, _ privateKey: String
  ) throws -> ServerCertificate {
    do {
      return try ServerCertificate(
        chain: URL(fileURLWithPath: certificate), privateKey: URL(fileURLWithPath: privateKey))
    } catch {
      throw Failure(
        "the certificate or its key can't be read: \(error.reason)", Failure.Code.configuration)
    }
  }

  private static func accessList(_ path: String) throws -> AccessList {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure("there is no access file \(path)", Failure.Code.missingInput)
    }
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    do {
      return try AccessList(parsing: String(decoding: data, as: UTF8.self))
    } catch .malformed(let line) {
      throw Failure(
        "\(path), line \(line): not a name and a hash; `tillit secret NAME` makes such lines",
        Failure.Code.configuration)
    } catch .empty {
      throw Failure(
        "\(path) lets no one in; `tillit secret NAME` makes its lines", Failure.Code.configuration)
    }
  }
}
