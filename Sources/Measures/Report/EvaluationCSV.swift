/// An evaluation as comma-separated values, one figure a line (RFC 4180).
package struct EvaluationCSV: Sendable {
  private let summary: EvaluationSummary
  private let measures: MeasureSet

  package init(_ summary: EvaluationSummary, measures: MeasureSet = .answers) {
    self.summary = summary
    self.measures = measures
  }

  /// Begins with a line of names.
  package var text: String {
    let header = ["dimension", "slice", "measure", "questions", "value"]
    let rows = summary.slices.flatMap { slice in
      measures.measures.compactMap { measure in
        slice.means[measure.name].map { value in
          [
            slice.dimension.rawValue, slice.name, measure.name,
            String(slice.count + slice.unanswerable), value.fixed(6),
          ]
        }
      }
    }
    return ([header] + rows).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where needed; a beginning that a spreadsheet would take for a formula is disarmed.
  private static func field(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t".contains($0) } ?? false && Double(text) == nil
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.utf8.contains { "\",\r\n".utf8.contains($0) }
    return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }
}
