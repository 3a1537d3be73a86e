import Foundation
package import Retrieval

/// An answer as one line of JSON with keys in alphabetical order (see the README for the contract).
package struct JSONFormat: AnswerFormat {
  private let limit: Int
  private let elapsedMilliseconds: Double?

  package init(limit: Int = 10, elapsedMilliseconds: Double? = nil) {
    self.limit = limit
    self.elapsedMilliseconds = elapsedMilliseconds
  }

  package func write(_ answer: Answer, to output: inout some TextOutputStream) {
    output.write(String(decoding: bytes(of: answer), as: UTF8.self) + "\n")
  }

  /// The line in UTF-8, without its end.
  package func bytes(of answer: Answer) -> [UInt8] {
    var json = JSONWriter()
    json.write(answer, limit: limit, elapsedMilliseconds: elapsedMilliseconds)
    return json.bytes
  }
}

extension Encodable {
  /// One line of JSON, keys in alphabetical order.
  package var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self).escapingUnsafeScalars
    } catch {
      preconditionFailure("wire types always encode: \(error)")
    }
  }
}
