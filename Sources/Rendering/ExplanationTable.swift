package import Retrieval

/// A score's parts as an indented table, values under each other.
///
///     18.2041  score
///     11.4000    stem BM25
///      7.9100      oppsigelsesfrist
package struct ExplanationTable: Sendable {
  /// One line each, without line ends.
  package let lines: [String]

  package init(_ explanation: Explanation) {
    let rows =
      [(depth: 0, name: "score", value: explanation.total)]
      + explanation.parts.flatMap { Self.rows(of: $0, depth: 1) }
    let values = rows.map { Self.fixed($0.value) }
    let width = values.map(\.count).max() ?? 0
    lines = zip(rows, values).map { row, value in
      String(repeating: " ", count: width - value.count) + value + "  "
        + String(repeating: "  ", count: row.depth) + row.name.oneLine
    }
  }

  private static func rows(
    of part: Explanation.Part, depth: Int
  ) -> [(depth: Int, name: String, value: Double)] {
    [(depth, part.name, part.value)] + part.parts.flatMap { rows(of: $0, depth: depth + 1) }
  }

  /// Four decimals, always.
  private static func fixed(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    let decimals = String(10_000 + scaled % 10_000).dropFirst()
    return (value < 0 && scaled > 0 ? "-" : "") + "\(scaled / 10_000).\(decimals)"
  }
}
