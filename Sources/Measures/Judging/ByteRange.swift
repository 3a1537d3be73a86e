/// A part of a document's text, in UTF-8 bytes.
package struct ByteRange: Codable, Sendable, Hashable {
  package var start: Int
  package var end: Int

  /// Throws `DecodingError` for a range that ends before it starts.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.decode(Int.self, forKey: .start)
    let end = try container.decode(Int.self, forKey: .end)
    guard start >= 0, end >= start else {
      throw DecodingError.dataCorruptedError(
        forKey: .end, in: container, debugDescription: "ends before it starts")
    }
    self.init(start: start, end: end)
  }

  package init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  package init(_ range: Range<Int>) { self.init(start: range.lowerBound, end: range.upperBound) }

  /// How many bytes two ranges share.
  package func overlap(with other: ByteRange) -> Int {
    max(0, min(end, other.end) - max(start, other.start))
  }

  private enum CodingKeys: String, CodingKey { case start, end }
}
