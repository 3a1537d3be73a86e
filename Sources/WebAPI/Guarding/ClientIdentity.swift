import Glibc
import HTTPTypes
import NIOCore

/// Tells clients apart by address, for rate limits only: it is kept in memory and never logged.
struct ClientIdentity: Sendable {
  /// Addresses of proxies whose `X-Forwarded-For` is believed. A peer on a Unix socket always is.
  let trustedProxies: Set<String>

  func key(of fields: HTTPFields, from address: SocketAddress?) -> String {
    let peer = address?.ipAddress
    let isProxy = peer.map(trustedProxies.contains) ?? (address != nil)
    guard isProxy else { return Self.network(of: peer ?? "(unknown)") }
    // Each proxy appends the address it saw: the last one not its own is the client's.
    let forwarded = fields[values: .forwardedFor]
      .flatMap { $0.split(separator: ",") }
      .map { String($0.filter { $0 != " " }) }
    let client = forwarded.last { !trustedProxies.contains($0) }
    return Self.network(of: client ?? peer ?? "(proxy)")
  }

  /// An IPv4 address, or the 64-bit network of an IPv6 one: a client has a whole network of these.
  static func network(of address: String) -> String {
    var parsed = in6_addr()
    let withoutZone = String(address.prefix(45).prefix { $0 != "%" })
    guard inet_pton(AF_INET6, withoutZone, &parsed) == 1 else { return withoutZone }
    return withUnsafeBytes(of: parsed) { bytes in
      // An IPv4 address in IPv6's form (`::ffff:192.0.2.1`) is told by all of it.
      let isMapped = bytes.prefix(10).allSatisfy { $0 == 0 }
      return stride(from: 0, to: isMapped ? 16 : 8, by: 2).map { offset in
        String(Int(bytes[offset]) << 8 | Int(bytes[offset + 1]), radix: 16)
      }.joined(separator: ":")
    }
  }
}
