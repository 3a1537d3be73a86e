import Crypto
package import Foundation

/// SHA-256 (FIPS 180-4), in hexadecimal, of bytes that come in one piece or several.
package struct ContentHash {
  private var state = SHA256()

  package init() {}

  package mutating func update(_ bytes: some DataProtocol) { state.update(data: bytes) }

  package func finalized() -> String {
    state.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  package static func of(_ bytes: some DataProtocol) -> String {
    var hash = ContentHash()
    hash.update(bytes)
    return hash.finalized()
  }
}
