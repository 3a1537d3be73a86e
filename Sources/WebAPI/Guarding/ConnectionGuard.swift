import HTTPTypes
import NIOCore
import NIOHTTP1

/// Drops connections that take too long over a request's head, its body, or reading the answer,
/// however steadily their bytes trickle, and closes them properly when no more can follow.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private static let refusal = Problem.badRequest(
    "that is not HTTP/1.1, or its head is longer than this server reads")

  private let limits: ConnectionLimits
  private let register: ConnectionRegister
  private var key: ConnectionRegister.Key?
  private var deadline = NIODeadline.distantFuture
  private var timer: Scheduled<Void>?
  /// Whether a request's head has come and its end hasn't.
  private var isReceiving = false
  /// Requests whose responses haven't been written to the end.
  private var unanswered = 0
  private var closesAfterResponse = false
  /// Whether a response's head is out and its end isn't.
  private var isResponding = false
  /// Whether the response is out and what still comes in is thrown away.
  private var isLingering = false

  init(limits: ConnectionLimits, register: ConnectionRegister) {
    self.limits = limits
    self.register = register
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { begin(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    begin(context)
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    end()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { end() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      isReceiving = true
      unanswered += 1
      if !head.isKeepAlive { closesAfterResponse = true }
      if let key { register.markBusy(key) }
      setDeadline(in: limits.body, context)
    case .body: break
    case .end:
      isReceiving = false
      if isLingering { return context.close(promise: nil) }
      deadline = .distantFuture
    }
    if !isLingering { context.fireChannelRead(data) }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where head.status.code >= 200:
      // A response before the request's end means that the rest of it isn't wanted.
      if isReceiving || head.headers["connection"].contains("close") { closesAfterResponse = true }
      if closesAfterResponse { head.headers.replaceOrAdd(name: "Connection", value: "close") }
      isResponding = true
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end:
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      written.futureResult.whenSuccess {
        let (handler, context) = bound.value
        handler.finishResponse(context)
      }
      setDeadline(in: limits.response, context)
      context.write(data, promise: written)
    default: context.write(data, promise: promise)
    }
  }

  /// Refuses what isn't HTTP here, and tells no one further in: the compressor must not see a
  /// response without a request.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else { return context.fireErrorCaught(error) }
    let isFirstInLine = !isResponding && unanswered == (isReceiving ? 1 : 0)
    closesAfterResponse = true
    guard isFirstInLine else { return }
    let problem = ByteBuffer(string: Self.refusal.json)
    let head = HTTPResponseHead(
      version: .http1_1, status: .badRequest,
      headers: [
        "Connection": "close", "Content-Type": "application/problem+json",
        "Content-Length": "\(problem.readableBytes)",
      ])
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(problem))), promise: nil)
    let written = context.eventLoop.makePromise(of: Void.self)
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in
      let (handler, context) = bound.value
      handler.linger(context)
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
  }

  private func begin(_ context: ChannelHandlerContext) {
    guard key == nil else { return }
    key = register.add(context.channel)
    setDeadline(in: limits.head, context)
  }

  private func end() {
    timer?.cancel()
    timer = nil
    if let key { register.remove(key) }
    key = nil
  }

  /// The response is in the socket.
  private func finishResponse(_ context: ChannelHandlerContext) {
    unanswered = max(unanswered - 1, 0)
    isResponding = false
    guard unanswered == 0 else { return }
    if isReceiving {
      linger(context)
    } else if closesAfterResponse {
      context.close(promise: nil)
    } else {
      if let key { register.markIdle(key) }
      setDeadline(in: limits.head, context)
    }
  }

  /// Says that nothing more will be sent, and for a moment reads what the client still sends:
  /// closing at once could destroy the response before the client has read it.
  private func linger(_ context: ChannelHandlerContext) {
    isLingering = true
    context.close(mode: .output, promise: nil)
    setDeadline(in: limits.linger, context)
  }

  private func setDeadline(in time: Duration, _ context: ChannelHandlerContext) {
    deadline = context.eventLoop.now + TimeAmount(time)
    if timer == nil { startTimer(context) }
  }

  private func startTimer(_ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    // Deadlines mostly move on before they come: one timer looks after all of them.
    let next = min(deadline, context.eventLoop.now + TimeAmount(limits.shortest))
    timer = context.eventLoop.scheduleTask(deadline: next) {
      let (handler, context) = bound.value
      handler.check(context)
    }
  }

  private func check(_ context: ChannelHandlerContext) {
    timer = nil
    guard key != nil else { return }
    if context.eventLoop.now >= deadline {
      context.close(promise: nil)
    } else {
      startTimer(context)
    }
  }
}
