package import Foundation

/// Committed figures that later ones may not fall below.
package struct Baseline: Sendable, Equatable {
  /// Of the gated measures.
  package let table: ScoreTable

  /// Keeps the gated measures of a table.
  package init(_ table: ScoreTable) { self.table = table.keeping(MeasureSet.gated) }

  /// Reads what `data` wrote. Throws `DecodingError`.
  package init(from data: Data) throws {
    table = try JSONDecoder().decode(Form.self, from: data).table
  }

  /// JSON with one question a line, so that a change shows in version control question by question.
  package func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    func text(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let means = Dictionary(
      uniqueKeysWithValues: table.measures.indices.map { index in
        let mean = table.rows.compactMap { $0.values[index] }.mean ?? 0
        return (table.measures[index], (mean * 1e4).rounded() / 1e4)
      })
    let rows = try table.rows.map { "    " + (try text($0)) }.joined(separator: ",\n")
    let json = """
      {
        "means": \(try text(means)),
        "table": {"measures": \(try text(table.measures)), "rows": [
      \(rows)
        ]}
      }

      """
    return Data(json.utf8)
  }

  private struct Form: Decodable {
    let table: ScoreTable
  }
}
