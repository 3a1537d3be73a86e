import Glibc
import HTTPTypes
import Hummingbird
import NIOCore

/// Tells clients apart by address, for rate limits only: it is kept in memory and never logged.
struct ClientIdentity: Sendable {
  /// Addresses of proxies whose `X-Forwarded-For` is believed. A peer on a Unix socket always is.
  let trustedProxies: Set<String>

  func key(of request: Request, from address: SocketAddress?) -> String {
    let peer = address?.ipAddress
    let isProxy = peer.map(trustedProxies.contains) ?? (address != nil)
    guard isProxy else { return Self.network(of: peer ?? "(unknown)") }
    // Each proxy appends the address it saw: the last one not its own is the client's.
    let forwarded = request.headers[values: .forwardedFor]
      .flatMap { $0.split(separator: ",") }
      .map { String($0.filter { $0 != " " }) }
    let client = forwarded.last { !trustedProxies.contains($0) }
    return Self.network(of: client ?? peer ?? "(proxy)")
  }

  /// An IPv4 address, or the 64-bit network of an IPv6 one: a client has a whole network of these.
  static func network(of address: String) -> String {
    guard let parsed = parse(address), case .v6(let six) = parsed else {
      return String(address.prefix(45))
    }
    return withUnsafeBytes(of: six.address.sin6_addr) { bytes in
      bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
  }

  private static func parse(_ address: String) -> SocketAddress? {
    do {
      return try SocketAddress(ipAddress: address, port: 0)
    } catch {
      return nil  // Not an address: told apart as text.
    }
  }
}
