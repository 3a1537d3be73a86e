import Foundation
import Measures

/// An evaluation as an aligned table.
struct EvaluationTable {
  private let summary: EvaluationSummary

  init(_ summary: EvaluationSummary) { self.summary = summary }

  var text: String {
    let names = Measure.reported.map(\.name)
    let header =
      "slice".padded(to: 16) + "n".aligned(to: 6) + names.map { $0.aligned(to: 11) }.joined()
    let rows = summary.slices.map { slice in
      slice.name.padded(to: 16) + "\(slice.count)".aligned(to: 6)
        + names.map { Self.figure(slice.means[$0] ?? 0).aligned(to: 11) }.joined()
    }
    let refusals = summary.refusals
    let footer = """
      refused \(refusals.refusedOfUnanswerable) of \(refusals.unanswerable) unanswerable, \
      answered \(refusals.answeredOfAnswerable) of \(refusals.answerable) answerable
      """
    return ([header] + rows + ["", footer]).joined(separator: "\n") + "\n"
  }

  private static func figure(_ value: Double) -> String {
    let digits = String(Int((value * 1000).rounded()))
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return padded.dropLast(3) + "." + padded.suffix(3)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }

  fileprivate func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(1, width - count)) + self
  }
}
