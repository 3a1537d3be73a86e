import Foundation

/// Splits TREC's text formats: fields apart by white space, blank lines allowed.
enum TrecLines {
  /// The fields of each line with its number, from 1. Throws `MalformedLine` for a line with another
  /// number of fields.
  static func fields(
    in data: Data, count: Int, of format: String
  ) throws(MalformedLine) -> [(line: Int, fields: [String])] {
    var lines: [(Int, [String])] = []
    for (index, line) in String(decoding: data, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
      let fields = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard !fields.isEmpty else { continue }
      guard fields.count == count else {
        throw MalformedLine(line: index + 1, problem: "expected \(count) fields: \(format)")
      }
      lines.append((index + 1, fields))
    }
    return lines
  }
}

extension String {
  /// The text as one field.
  var trecField: String {
    let field = split(whereSeparator: \.isWhitespace).joined(separator: "_")
    return field.isEmpty ? "_" : field
  }
}
