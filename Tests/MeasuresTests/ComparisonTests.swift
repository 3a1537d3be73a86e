import Foundation
@testable import Measures
import Testing

@Suite struct ComparisonTests {
  /// A table of one measure over questions of two kinds.
  private func table(_ values: [Double?], measure: String = "nDCG@10") -> ScoreTable {
    ScoreTable(
      measures: [measure],
      rows: values.enumerated().map { index, value in
        .init(
          id: "q\(index)", kind: index.isMultiple(of: 2) ? "lay" : "typo", language: "nb",
          document: index == 0 ? nil : "a.md", values: [value])
      })
  }

  @Test("the same run twice differs in nothing")
  func identical() {
    let table = table([0.5, 1, nil, 0.25])
    let comparison = Comparison(table, table)
    #expect(comparison.isEven)
    #expect(comparison.rows.allSatisfy { $0.difference == 0 && $0.pValue == 1 })
    #expect(comparison.rows.allSatisfy { $0.low == 0 && $0.high == 0 })
  }

  @Test("difference, interval and p-value of a slice, from the questions that both have")
  func differences() throws {
    let comparison = Comparison(table([0, 0, 0, nil, 0]), table([1, 0, 1, 1, 1]))
    let all = try #require(comparison.rows.first)
    #expect(all.dimension == .all)
    #expect(all.count == 4)
    #expect(all.before == 0)
    #expect(all.difference == 0.75)
    #expect(all.pValue == 0.25)
    #expect((all.low...all.high).contains(0.75))
    let kinds = comparison.rows.filter { $0.dimension == .kind }
    #expect(kinds.map(\.slice) == ["lay", "typo"])
    #expect(kinds.map(\.difference) == [1, 0])
    // Two tests in the dimension: the smaller p-value is doubled.
    #expect(kinds.map(\.adjustedPValue) == [0.5, 1])
    #expect(comparison.changes.map(\.id) == ["q0", "q2", "q3", "q4"])
  }

  @Test("questions and measures that only one run has are named or left out")
  func unpaired() {
    let comparison = Comparison(table([1, 1, 1]), table([1, 1]))
    #expect(comparison.removed == ["q2"])
    #expect(comparison.added.isEmpty)
    #expect(Comparison(table([1], measure: "x"), table([1])).rows.isEmpty)
  }

  @Test("measures are paired by name, whatever their order")
  func order() {
    func table(_ names: [String], _ values: [Double]) -> ScoreTable {
      ScoreTable(
        measures: names,
        rows: [.init(id: "1", kind: "k", language: "nb", document: nil, values: values)])
    }
    #expect(Comparison(table(["a", "b"], [0, 1]), table(["b", "a"], [1, 0])).isEven)
  }

  @Test("a baseline that was written and read is the same, one question a line")
  func baseline() throws {
    let baseline = Baseline(table([1.0 / 3, nil, 1, 0]))
    let data = try baseline.data()
    #expect(try Baseline(from: data) == baseline)
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    #expect(lines.filter { $0.contains("\"id\"") }.count == 4)
  }

  @Test("a baseline keeps the gated measures alone")
  func gated() {
    #expect(Baseline(table([1], measure: "judged@10")).table.measures.isEmpty)
    #expect(Baseline(table([1])).table.measures == ["nDCG@10"])
  }
}
