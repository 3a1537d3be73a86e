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

  /// SHA-256 of a file, read in pieces.
  static func digest(of file: URL) throws -> String {
    let handle = try FileHandle(forReadingFrom: file)
    defer { handle.closeFile() }
    var hash = ContentHash()
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(piece)
    }
    return hash.finalized()
  }
}
