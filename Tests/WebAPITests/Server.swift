import Analysis
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Retrieval
import Synchronization

@testable import WebAPI

/// A server over a few texts in memory.
enum Server {
  static let act = """
    # Ordensloven

    ## Kapittel 1. Arbeid

    ### § 1-1 Oppsigelse

    (1) Oppsigelse skal være skriftlig. Arbeidsgiver skal levere oppsigelsen til arbeidstaker \
    personlig eller sende den i rekommandert brev til den adressen som arbeidstakeren har oppgitt.

    (2) Oppsigelsesfristen er én måned, regnet fra den første dagen i måneden etter at \
    oppsigelsen fant sted.

    ### § 1-2 Ferie

    Arbeidstaker har rett til fem uker ferie hvert år. Arbeidsgiver fastsetter tiden for ferie \
    etter drøfting med arbeidstakeren eller den tillitsvalgte.

    """

  /// Tries to be more than text.
  static let hostile = """
    # <script>alert(1)</script> "Hefte"

    ## <img src=x onerror=alert(2)>

    Verneombudet velges av de ansatte. </blockquote><script>alert(3)</script> {{page.title}} \
    {{{page.title}}} Verneombud skal ha opplæring og tid til vervet sitt, javascript:alert(4).

    """

  static func index(_ texts: [String: String] = ["lover/ordensloven.md": act, "<b>.md": hostile])
    throws -> MemoryPassageIndex
  {
    let documents = try texts.map { id, text in
      try DocumentReader().read(
        Array(text.utf8), id: DocumentID(id), known: DocumentMetadata()
      ).document
    }
    return MemoryPassageIndex(documents.map { AnalyzedDocument($0, by: Analyzer()) })
  }

  static func provider() throws -> SwappableProvider {
    SwappableProvider(
      ServedIndex(assistant: Assistant(index: try index()), version: "v1", builtAt: .distantPast))
  }

  static func configuration(
    _ change: (inout WebConfiguration) -> Void = { _ in }
  ) -> WebConfiguration {
    var configuration = WebConfiguration()
    configuration.address = .host("127.0.0.1", port: 0)
    configuration.rateLimits = nil
    configuration.threadCount = 2
    change(&configuration)
    return configuration
  }

  static let silentLogger = Logger(label: "test") { JSONLogHandler(label: $0) { _ in } }

  /// Runs a test against a server, without a socket unless it is live.
  static func test<Value>(
    _ configuration: WebConfiguration? = nil,
    provider: (any AssistantProvider)? = nil, live: Bool = false,
    logger: Logger = silentLogger,
    _ body: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    let server = try server(configuration, provider: provider, logger: logger)
    return try await server.application().test(live ? .live : .router, body)
  }

  static func server(
    _ configuration: WebConfiguration?, provider: (any AssistantProvider)? = nil,
    logger: Logger = silentLogger
  ) throws -> WebServer {
    WebServer(
      configuration ?? Self.configuration(), provider: try provider ?? self.provider(),
      prometheus: PrometheusMetrics(help: ServerMetrics.help), logger: logger)
  }
}

/// Gives whatever index it was last given.
final class SwappableProvider: AssistantProvider {
  private let served: Mutex<ServedIndex>

  init(_ served: ServedIndex) { self.served = Mutex(served) }

  var current: ServedIndex { served.withLock(\.self) }

  func swap(to new: ServedIndex) { served.withLock { $0 = new } }
}

extension TestClientProtocol {
  /// Sends a request with a text as its body.
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ fields: HTTPFields = [:], _ body: String? = nil
  ) async throws -> TestResponse {
    try await execute(
      uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
  }

  func ask(_ json: String, accept: String = "application/json") async throws -> TestResponse {
    try await send(
      .post, "/ask", [.contentType: "application/json", .accept: accept], json)
  }

  func submit(_ form: String, to path: String = "/ask") async throws -> TestResponse {
    try await send(
      .post, path, [.contentType: "application/x-www-form-urlencoded", .accept: "text/html"], form)
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  var length: Int { body.readableBytes }

  var object: [String: Any] {
    get throws {
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }
  }
}
