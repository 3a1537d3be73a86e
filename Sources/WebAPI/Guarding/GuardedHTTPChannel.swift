import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// HTTP/1 with deadlines for slow clients, bounded connections and compression.
struct GuardedHTTPChannel: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let base: HTTP1Channel
  private let limits: ConnectionLimits
  private let register: ConnectionRegister

  init(
    responder: @escaping HTTPChannelHandler.Responder, limits: ConnectionLimits,
    register: ConnectionRegister
  ) {
    base = HTTP1Channel(
      responder: responder,
      configuration: .init(
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 64)))
    self.limits = limits
    self.register = register
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    base.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandlers(
        [ConnectionGuard(limits: limits, register: register), Self.compressor],
        position: .before(codec))
      return value
    }
  }

  func handle(value: Value, logger: Logger) async {
    await base.handle(value: value, logger: logger)
  }

  /// Compresses what `Vary` says depends on `Accept-Encoding`.
  private static var compressor: HTTPResponseCompressor {
    HTTPResponseCompressor { head, _ in
      head.headers["vary"].contains { $0.contains("Accept-Encoding") }
        ? .compressIfPossible : .doNotCompress
    }
  }
}
