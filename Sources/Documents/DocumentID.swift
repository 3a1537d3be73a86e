/// Identifies a document by its path relative to the knowledge folder, with `/` between parts.
package struct DocumentID: RawRepresentable, Hashable, Sendable, Comparable, Codable,
  CustomStringConvertible
{
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ path: String) { rawValue = path }

  package var description: String { rawValue }

  /// The file's name without its folders.
  package var fileName: String { String(rawValue.split(separator: "/").last ?? "") }

  /// Byte order, so that the order is the same on every machine and locale.
  package static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }
}
