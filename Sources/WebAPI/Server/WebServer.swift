import HTTPTypes
package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
package import NIOCore
import NIOSSL

/// The server, put together: what a request passes on its way to an answer.
package struct WebServer: Sendable {
  private let configuration: WebConfiguration
  private let provider: any AssistantProvider
  private let pool: AnswerPool
  private let metrics: ServerMetrics
  private let prometheus: PrometheusMetrics
  private let logger: Logger
  private let connections: ConnectionRegister

  package init(
    _ configuration: WebConfiguration, provider: any AssistantProvider,
    prometheus: PrometheusMetrics, logger: Logger
  ) {
    self.configuration = configuration
    self.provider = provider
    self.prometheus = prometheus
    self.logger = logger
    metrics = ServerMetrics(factory: prometheus)
    pool = AnswerPool(threadCount: configuration.threadCount)
    connections = ConnectionRegister(limit: configuration.connectionLimits.connections)
  }

  /// The application, to be run or tested. `onRunning` is told where it listens.
  package func application(
    onRunning: @escaping @Sendable (SocketAddress?) async -> Void = { _ in }
  ) throws -> Application<RouterResponder<WebContext>> {
    Application(
      router: router, server: try server,
      configuration: ApplicationConfiguration(
        address: configuration.address.bindAddress, backlog: 1_024),
      services: [pool], onServerRunning: { await onRunning($0.localAddress) }, logger: logger)
  }

  private var server: HTTPServerBuilder {
    get throws {
      let plain = HTTPServerBuilder { [connections, limits = configuration.connectionLimits] in
        GuardedHTTPChannel(responder: $0, limits: limits, register: connections)
      }
      return try configuration.certificate.map { try .tls(plain, tlsConfiguration: $0.tls) }
        ?? plain
    }
  }

  private var router: Router<WebContext> {
    let page = PageRenderer(offersFeedback: configuration.feedback != nil)
    let router = Router(context: WebContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
      ResponseShapeMiddleware()
      ObservationMiddleware(metrics: metrics)
      SecurityHeadersMiddleware(usesTLS: configuration.certificate != nil)
      ProblemMiddleware(page: page)
      HostMiddleware(allowedHosts: configuration.allowedHosts)
      RateLimitMiddleware(
        limiter: configuration.rateLimits.map { RateLimiter($0) },
        identity: ClientIdentity(trustedProxies: configuration.trustedProxies))
      AccessMiddleware(accessList: configuration.accessList)
      MethodMiddleware()
      OriginMiddleware()
    }
    addRoutes(to: router, page)
    return router
  }

  private func addRoutes(to router: Router<WebContext>, _ page: PageRenderer) {
    let asking = AskController(provider: provider, pool: pool, page: page, metrics: metrics)
    let texts = TextController(provider: provider, pool: pool, page: page)
    let suggesting = SuggestController(provider: provider, pool: pool)
    let feedback = FeedbackController(
      file: configuration.feedback, provider: provider, pool: pool, page: page)
    let operation = OperationController(
      provider: provider, metrics: metrics, exposition: { [prometheus] in prometheus.text },
      connections: connections)
    router.get(Endpoint.home) { request, _ in try page.home(for: request) }
    router.get(Endpoint.ask, use: asking.ask)
    router.post(Endpoint.ask, use: asking.ask)
    router.get(Endpoint.documents, use: texts.documents)
    router.get(Endpoint.document, use: texts.document)
    router.get(Endpoint.passage, use: texts.passage)
    router.get(Endpoint.suggest, use: suggesting.suggest)
    router.post(Endpoint.feedback, use: feedback.note)
    router.get(Endpoint.live, use: operation.live)
    router.get(Endpoint.ready, use: operation.ready)
    router.get(Endpoint.metrics, use: operation.metrics)
    router.get(Endpoint.openAPI, use: operation.openAPI)
    router.get(Endpoint.asset, use: operation.asset)
  }
}

extension Router<WebContext> {
  fileprivate typealias Handler = @Sendable (Request, WebContext) async throws -> Response

  fileprivate func get(_ endpoint: Endpoint, use handler: @escaping Handler) {
    get(RouterPath(endpoint.routerPath), use: handler)
  }

  fileprivate func post(_ endpoint: Endpoint, use handler: @escaping Handler) {
    post(RouterPath(endpoint.routerPath), use: handler)
  }
}

extension WebConfiguration.Address {
  fileprivate var bindAddress: BindAddress {
    switch self {
    case .host(let name, let port): .hostname(name, port: port)
    case .unixSocket(let path): .unixDomainSocket(path: path)
    }
  }
}
