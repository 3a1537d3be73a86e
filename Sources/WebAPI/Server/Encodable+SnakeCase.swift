import Foundation

extension Encodable {
  /// One line of JSON, keys in alphabetical order and in snake case: `inForceFrom` becomes
  /// `in_force_from`.
  var snakeCaseJSON: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      preconditionFailure("wire types always encode: \(error)")
    }
  }
}
