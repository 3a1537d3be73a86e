package import Foundation

/// A file of lines that its owner alone can read. Where it exists, its owner has agreed to it.
package struct PrivateFile: Sendable {
  package let url: URL

  package init(_ url: URL) { self.url = url }

  package var path: String { url.path }
  package var exists: Bool { FileManager.default.fileExists(atPath: path) }

  /// Creates the file, and its folder, if they aren't there.
  package func create() throws(StateError) {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StateError(path: path, reason: error.localizedDescription)
    }
    try write("", flags: O_APPEND)
  }

  /// Adds a line, in one write, so that sessions side by side don't mix theirs.
  package func append(line: String) throws(StateError) { try write(line + "\n", flags: O_APPEND) }

  /// Exchanges what the file holds.
  package func write(_ text: String) throws(StateError) { try write(text, flags: O_TRUNC) }

  /// The lines; none for a file that isn't there or is no text.
  package func lines() throws(StateError) -> [String] {
    guard exists else { return [] }
    do {
      let data = try Data(contentsOf: url)
      return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    } catch {
      throw StateError(path: path, reason: error.localizedDescription)
    }
  }

  package func remove() throws(StateError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw StateError(path: path, code: errno) }
  }

  private func write(_ text: String, flags: Int32) throws(StateError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | flags, 0o600)
    guard descriptor >= 0 else { throw StateError(path: path, code: errno) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw StateError(path: path, code: errno) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { throw StateError(path: path, code: errno) }
      rest = rest.dropFirst(written)
    }
  }
}

/// Why a file of the session's own can't be read or written.
package struct StateError: Error, Equatable {
  package let path: String
  package let reason: String

  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(path: String, code: Int32) { self.init(path: path, reason: String(cString: strerror(code))) }
}
