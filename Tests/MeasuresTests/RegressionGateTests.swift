import Foundation
@testable import Measures
import Testing

@Suite struct RegressionGateTests {
  /// The figures of our own questions, measured with the stemmer and with words taken as they are.
  private func figures(_ name: String) throws -> Baseline {
    let folder = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    return try Baseline(from: Data(contentsOf: folder.appendingPathComponent("\(name).json")))
  }

  @Test("stemming off is caught, and the questions that lost are named")
  func plantedRegression() throws {
    let before = try figures("stemming-on")
    let after = try figures("stemming-off")
    let verdict = RegressionGate().verdict(on: after.table, against: before)
    #expect(!verdict.passes)
    let fall = try #require(verdict.falls.first { $0.row.measure == "nDCG@10" })
    #expect(fall.row.dimension == .all)
    #expect(fall.row.difference < -0.03)
    #expect(fall.questions.contains("own-049"))
    let values = Dictionary(
      uniqueKeysWithValues: zip(before.table.rows.map(\.id), after.table.rows))
    #expect(fall.questions.allSatisfy { values[$0] != nil })
  }

  @Test("an identical run passes without a difference")
  func identical() throws {
    let figures = try figures("stemming-on")
    let verdict = RegressionGate().verdict(on: figures.table, against: figures)
    #expect(verdict.passes)
    #expect(verdict.comparison.isEven)
  }

  @Test("getting better passes")
  func improvement() throws {
    let verdict = RegressionGate().verdict(
      on: try figures("stemming-on").table, against: try figures("stemming-off"))
    #expect(verdict.passes)
    #expect(!verdict.comparison.isEven)
  }

  @Test("one question lost is no proof, ten of one kind are")
  func size() {
    func verdict(losing count: Int) -> RegressionGate.Verdict {
      func table(_ lost: Int) -> ScoreTable {
        ScoreTable(
          measures: ["success@1", "success@10"],
          rows: (0..<200).map { index in
            .init(
              id: "q\(index)", kind: index < 20 ? "typo" : "lay", language: "nb",
              document: nil, values: [index < lost ? 0 : 1, 1])
          })
      }
      return RegressionGate().verdict(on: table(count), against: Baseline(table(0)))
    }
    #expect(verdict(losing: 1).passes)
    let falls = verdict(losing: 10).falls
    #expect(falls.contains { $0.row.dimension == .kind && $0.row.slice == "typo" })
    #expect(falls.allSatisfy { $0.row.measure == "success@1" && $0.questions.count == 10 })
  }
}
