import Documents
import Foundation

/// Names, beside an index file, the bytes it may hold: SQLite's own checks let most damage pass.
///
/// Both the file in place and the one about to replace it are named, so that publishing a new index
/// is one rename, whenever a crash comes.
struct IndexManifest: Codable, Equatable {
  var format = 1
  /// SHA-256 of the index file, in hexadecimal.
  var current: String
  var previous: String?

  static func url(for index: URL) -> URL { index.appendingPathExtension("manifest") }

  static func read(for index: URL) throws -> IndexManifest? {
    let url = url(for: index)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    do {
      return try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
    } catch is DecodingError {
      return nil
    }
  }

  func write(for index: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try encoder.encode(self).write(to: Self.url(for: index), options: .atomic)
  }

  /// SHA-256 of a file, read in pieces of a megabyte (`FileHandle` reads by 4 kB, for twice the
  /// time). Throws `IndexError.cannotRead`.
  static func digest(of file: URL) throws(IndexError) -> String {
    func unreadable() -> IndexError {
      .cannotRead(path: file.path, reason: String(cString: strerror(errno)))
    }
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable() }
    defer { close(descriptor) }
    var hash = ContentHash()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw unreadable() }
      if count == 0 { return hash.finalized() }
      hash.update(buffer[..<count])
    }
  }
}
