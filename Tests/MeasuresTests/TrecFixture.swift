import Foundation
import Measures
import Testing

/// A run and its qrels with what trec_eval makes of them; `Evaluation/make-trec-fixtures.py` made
/// both.
struct TrecFixture: Sendable, CustomTestStringConvertible {
  let name: String
  /// By measure, then by question.
  let expected: [String: [String: Double]]

  var testDescription: String { name }

  static let all: [TrecFixture] = {
    do {
      let expected = try JSONDecoder().decode(
        [String: [String: [String: Double]]].self, from: data("expected.json"))
      return expected.map { TrecFixture(name: $0.key, expected: $0.value) }
        .sorted { $0.name < $1.name }
    } catch {
      preconditionFailure("the fixtures can't be read: \(error)")
    }
  }()

  func answers() throws -> [JudgedAnswer] {
    JudgedAnswer.judging(
      try TrecRun(Self.data("\(name).run")), by: try TrecQrels(Self.data("\(name).qrels")))
  }

  private static func data(_ file: String) throws -> Data {
    guard let folder = Bundle.module.url(forResource: "Fixtures", withExtension: nil) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return try Data(contentsOf: folder.appendingPathComponent("Trec/\(file)"))
  }
}
