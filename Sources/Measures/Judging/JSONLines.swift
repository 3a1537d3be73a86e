package import Foundation

/// A line of a text file that can't be read.
package struct MalformedLine: Error, Equatable {
  /// From 1.
  package let line: Int
  package let problem: String
}

/// Reads and writes JSON Lines: one object a line, blank lines allowed.
package enum JSONLines {
  /// Throws `MalformedLine` naming the first line that is no such object.
  package static func decode<Item: Decodable>(
    _ type: Item.Type, from data: Data
  ) throws(MalformedLine) -> [Item] {
    var items: [Item] = []
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { $0 > 0x20 })
    {
      do {
        items.append(try decoder.decode(Item.self, from: line))
      } catch {
        throw MalformedLine(line: index + 1, problem: Self.describe(error))
      }
    }
    return items
  }

  /// One line for each item, keys in alphabetical order. Numbers must be finite.
  package static func encode(_ items: [some Encodable]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    for item in items {
      data.append(try encoder.encode(item))
      data.append(UInt8(ascii: "\n"))
    }
    return data
  }

  private static func describe(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
      .valueNotFound(_, let context) where !context.codingPath.isEmpty:
      "the value of \"\(context.codingPath.last?.stringValue ?? "")\" has the wrong type"
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      "the value of \"\(context.codingPath.last?.stringValue ?? "")\" is wrong: "
        + context.debugDescription
    default: "not a JSON object"
    }
  }
}
