import Documents

/// Who may ask: names with the SHA-256 of a secret each.
///
/// The secrets are random and long (`tillit secret` makes them), so that a plain hash protects them;
/// they are never chosen by people.
package struct AccessList: Sendable, Equatable {
  package enum ParsingError: Error, Equatable {
    /// The line, from 1, that isn't `name:hash`.
    case malformed(line: Int)
    case empty
  }

  private let hashes: [String: [UInt8]]

  /// Reads lines of `name:` and 64 hexadecimal digits; empty lines and those that begin with `#`
  /// are passed over.
  package init(parsing text: String) throws(ParsingError) {
    var hashes: [String: [UInt8]] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.filter { !$0.isWhitespace }
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.count == 64,
        parts[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
      else { throw .malformed(line: index + 1) }
      hashes[String(parts[0])] = Array(parts[1].lowercased().utf8)
    }
    guard !hashes.isEmpty else { throw .empty }
    self.hashes = hashes
  }

  /// The line of an access list that lets a name in with a secret.
  package static func line(name: String, secret: String) -> String {
    "\(name):\(ContentHash.of(Array(secret.utf8)))"
  }

  /// Whether an `Authorization` header (Bearer with a secret, or Basic with name and secret) lets
  /// its sender in. Takes the same time whichever hash matches, and wherever one differs.
  func admits(_ authorization: String) -> Bool {
    guard let credentials = Credentials(authorization) else { return false }
    let given = Array(ContentHash.of(Array(credentials.secret.utf8)).utf8)
    var admitted = false
    for (name, hash) in hashes {
      let isMatch = Self.areEqual(given, hash)
      let isNamed = credentials.name.map { $0 == name } ?? true
      admitted = (isMatch && isNamed) || admitted
    }
    return admitted
  }

  /// Compares every byte, whatever the first ones say.
  private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    var difference: UInt8 = left.count == right.count ? 0 : 1
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
  }
}
