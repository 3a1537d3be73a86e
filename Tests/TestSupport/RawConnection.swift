import Foundation

/// A TCP connection over which a test sends bytes as it likes. Reading is bounded in time.
package struct RawConnection: Sendable {
  package struct CannotConnect: Error {}

  private let descriptor: Int32

  package init(port: Int, timeoutSeconds: Int = 5) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw CannotConnect() }
  }

  /// Sends what the other end takes; it may close meanwhile.
  package func send(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let sent = bytes.withUnsafeBytes {
        Foundation.send(
          descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset,
          Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      offset += sent
    }
  }

  /// What comes until the other end closes; `isClosed` is false when it hasn't in time.
  package func readToEnd() -> (text: String, isClosed: Bool) {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 {
        received += buffer[..<count]
      } else {
        let isClosed = count == 0 || errno == ECONNRESET || errno == EPIPE
        return (String(decoding: received, as: UTF8.self), isClosed)
      }
    }
  }

  /// Says that nothing more will be sent.
  package func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  package func close() { Foundation.close(descriptor) }

  /// Runs something that blocks away from Swift's threads, which the server under test needs.
  package static func onThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
  }
}
