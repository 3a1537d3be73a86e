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
    let wire = AnswerWire(answer, limit: limit, elapsedMilliseconds: elapsedMilliseconds)
    output.write(wire.json + "\n")
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
