import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import WebAPI

@Suite("Limits on clients and connections")
struct LimitTests {
  private let start = ContinuousClock.now

  @Test("a client may ask in a burst, then at its rate")
  func rate() {
    let limiter = RateLimiter(.init(burst: 2, perMinute: 60))
    func decide(_ seconds: Double) -> RateLimiter.Decision {
      limiter.decide(for: "a", at: start + .seconds(seconds))
    }
    #expect(decide(0) == .init(isAllowed: true, remaining: 1, secondsToFull: 1, secondsToNext: 0))
    #expect(decide(0) == .init(isAllowed: true, remaining: 0, secondsToFull: 2, secondsToNext: 0))
    #expect(decide(0) == .init(isAllowed: false, remaining: 0, secondsToFull: 2, secondsToNext: 1))
    #expect(!decide(0.9).isAllowed)
    #expect(decide(1).isAllowed)
    #expect(!decide(1).isAllowed)
    #expect(limiter.decide(for: "b", at: start + .seconds(1)).isAllowed)
    #expect(decide(100).remaining == 1)
  }

  @Test("100,000 clients share a bounded table, and newcomers one bucket while it is full")
  func manyClients() {
    let limiter = RateLimiter(.init(burst: 1, perMinute: 60), clientLimit: 1_000)
    for client in 0..<1_000 {
      #expect(limiter.decide(for: "\(client)", at: start).isAllowed)
    }
    #expect(limiter.decide(for: "new", at: start).isAllowed)
    #expect(!limiter.decide(for: "newer", at: start).isAllowed)
    #expect(limiter.decide(for: "newer", at: start + .seconds(2)).isAllowed)
    #expect(limiter.decide(for: "newest", at: start + .seconds(2)).isAllowed)
  }

  @Test("when there are too many connections, the one idle longest is closed")
  func register() throws {
    let register = ConnectionRegister(limit: 2)
    let channels = (0..<4).map { _ in EmbeddedChannel() }
    for channel in channels { try channel.connect(to: .init(ipAddress: "::1", port: 1)).wait() }
    let first = register.add(channels[0])
    let second = register.add(channels[1])
    register.markBusy(first)
    _ = register.add(channels[2])
    #expect(channels.map(\.isActive) == [true, false, true, true])
    register.markIdle(first)
    register.remove(second)
    _ = register.add(channels[3])
    #expect(channels.map(\.isActive) == [true, false, false, true])
    #expect(register.count == 2)
  }

  /// A connection under a guard with limits in whole seconds: head 10, body 5, response 20.
  private func connection(_ register: ConnectionRegister = .init(limit: 9)) throws
    -> EmbeddedChannel
  {
    let channel = EmbeddedChannel(handler: ConnectionGuard(limits: .init(), register: register))
    try channel.connect(to: .init(ipAddress: "::1", port: 1)).wait()
    return channel
  }

  private static func head(_ fields: HTTPHeaders = [:]) -> HTTPServerRequestPart {
    .head(.init(version: .http1_1, method: .POST, uri: "/ask", headers: fields))
  }

  private static let response = HTTPServerResponsePart.head(.init(version: .http1_1, status: .ok))

  @Test("a connection without a request's head is closed in time")
  func slowHead() throws {
    let channel = try connection()
    channel.embeddedEventLoop.advanceTime(by: .seconds(9))
    #expect(channel.isActive)
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test("a body that trickles is cut off, however steadily it does")
  func slowBody() throws {
    let channel = try connection()
    try channel.writeInbound(Self.head())
    for _ in 0..<4 {
      try channel.writeInbound(HTTPServerRequestPart.body(ByteBuffer(string: "x")))
      channel.embeddedEventLoop.advanceTime(by: .seconds(1))
      #expect(channel.isActive)
    }
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test("a request that is answered leaves the connection open for the next, for a while")
  func keepAlive() throws {
    let channel = try connection()
    for _ in 0..<3 {
      try channel.writeInbound(Self.head())
      try channel.writeInbound(HTTPServerRequestPart.end(nil))
      channel.embeddedEventLoop.advanceTime(by: .seconds(60))
      #expect(channel.isActive, "the server takes the time it takes")
      try channel.writeOutbound(Self.response)
      try channel.writeOutbound(HTTPServerResponsePart.end(nil))
      channel.embeddedEventLoop.advanceTime(by: .seconds(8))
      #expect(channel.isActive)
    }
    channel.embeddedEventLoop.advanceTime(by: .seconds(3))
    #expect(!channel.isActive)
  }

  @Test("a client that asks for it gets the connection closed after its response")
  func close() throws {
    let channel = try connection()
    try channel.writeInbound(Self.head(["Connection": "Close"]))
    try channel.writeInbound(HTTPServerRequestPart.end(nil))
    try channel.writeOutbound(Self.response)
    let head = try channel.readOutbound(as: HTTPServerResponsePart.self)
    guard case .head(let sent) = head else { return #expect(Bool(false), "no head was sent") }
    #expect(sent.headers["Connection"] == ["close"])
    #expect(channel.isActive)
    try channel.writeOutbound(HTTPServerResponsePart.end(nil))
    #expect(!channel.isActive)
  }

  @Test("a response before the request's end is the connection's last")
  func earlyResponse() throws {
    let channel = try connection()
    try channel.writeInbound(Self.head())
    try channel.writeOutbound(Self.response)
    let head = try channel.readOutbound(as: HTTPServerResponsePart.self)
    guard case .head(let sent) = head else { return #expect(Bool(false), "no head was sent") }
    #expect(sent.headers["Connection"] == ["close"])
    try channel.writeOutbound(HTTPServerResponsePart.end(nil))
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test("what isn't HTTP is refused before anything further in sees it")
  func parserError() throws {
    let channel = try connection()
    channel.pipeline.fireErrorCaught(HTTPParserError.invalidMethod)
    let head = try channel.readOutbound(as: HTTPServerResponsePart.self)
    guard case .head(let sent) = head else { return #expect(Bool(false), "no head was sent") }
    #expect(sent.status == .badRequest)
    try channel.throwIfErrorCaught()
    channel.embeddedEventLoop.advanceTime(by: .seconds(2))
    #expect(!channel.isActive)
  }

  @Test("a closed connection frees its place")
  func leaving() throws {
    let register = ConnectionRegister(limit: 9)
    let channel = try connection(register)
    #expect(register.count == 1)
    try channel.close().wait()
    #expect(register.count == 0)
  }
}
