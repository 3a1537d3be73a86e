import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// Why a server can't start.
package enum ServerError: Error, Equatable {
  case cannotListen(reason: String)
}

extension WebServer {
  /// Serves until SIGTERM or SIGINT, then lets requests in progress finish. `onRunning` is told the
  /// port that it got; nil on a Unix socket.
  ///
  /// Throws `ServerError`, and what the source throws at the first loading.
  package static func serve(
    _ configuration: WebConfiguration, from source: any IndexSource,
    onRunning: @escaping @Sendable (Int?) -> Void
  ) async throws {
    // A closed pipe is an error where it is written to, not a signal to die from.
    signal(SIGPIPE, SIG_IGN)
    let logger = configuration.logger
    let prometheus = PrometheusMetrics(help: ServerMetrics.help)
    let index = try RefreshedIndex(
      from: source, every: configuration.refreshInterval,
      metrics: ServerMetrics(factory: prometheus), logger: logger)
    let server = WebServer(
      configuration, provider: index, prometheus: prometheus, logger: logger)
    let application = try server.application { onRunning($0?.port) }
    var services = ServiceGroupConfiguration(
      services: [index, application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    services.maximumGracefulShutdownDuration = configuration.shutdownPatience
    do {
      try await ServiceGroup(configuration: services).run()
    } catch let error as IOError {
      throw ServerError.cannotListen(reason: String(cString: strerror(error.errnoCode)))
    } catch let error as SocketAddressError {
      throw ServerError.cannotListen(reason: "\(error)")
    }
  }
}

extension WebConfiguration {
  fileprivate var logger: Logger {
    var logger = Logger(label: "tillit") { label in
      JSONLogHandler(label: label) { line in
        // What can't be logged is lost: there is nowhere to say so.
        _ = Array(line.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      }
    }
    logger.logLevel = Logger.Level(logLevel)
    return logger
  }
}

extension Logger.Level {
  fileprivate init(_ level: WebConfiguration.LogLevel) {
    switch level {
    case .debug: self = .debug
    case .info: self = .info
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
