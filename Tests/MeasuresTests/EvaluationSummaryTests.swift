@testable import Measures
import Testing

@Suite struct EvaluationSummaryTests {
  private let questions = [
    EvaluationQuestion(
      id: "1", text: "a", kind: "direct", relevant: [.init(doc: "a.md", quote: "ja", grade: 2)]),
    EvaluationQuestion(
      id: "2", text: "b", kind: "lay", relevant: [.init(doc: "a.md", quote: "nei", grade: 2)]),
    EvaluationQuestion(
      id: "3", text: "c", kind: "direct", relevant: [.init(doc: "a.md", quote: "kan", grade: 1)]),
    EvaluationQuestion(id: "4", text: "d", kind: "unanswerable"),
    EvaluationQuestion(id: "5", text: "e", kind: "unanswerable"),
  ]

  private let run = [
    RunEntry(id: "1", status: "answered", passages: [.init(document: "a.md", text: "ja")]),
    RunEntry(
      id: "2", status: "uncertain",
      passages: [.init(document: "a.md", text: "tja"), .init(document: "a.md", text: "nei")]),
    RunEntry(id: "4", status: "not_found", passages: []),
    RunEntry(id: "5", status: "answered", passages: [.init(document: "a.md", text: "ja")]),
  ]

  @Test("means overall and by kind; what the run lacks counts as nothing")
  func means() throws {
    let summary = EvaluationSummary(JudgedAnswer.judging(run, of: questions))
    #expect(
      summary.slices.map(\.name) == ["all", "direct", "lay", "unanswerable", "nb", "a.md"])
    #expect(summary.slices.map(\.count) == [3, 2, 1, 0, 3, 3])
    #expect(summary.slices.map(\.unanswerable) == [2, 0, 0, 2, 2, 0])
    let all = summary.slices[0].means
    #expect(all["success@1"] == 1.0 / 3)
    #expect(all["success@3"] == 2.0 / 3)
    #expect(all["MRR@10"] == 1.5 / 3)
    #expect(summary.slices[1].means["success@1"] == 0.5)
    #expect(summary.slices[2].means["MRR@10"] == 0.5)
  }

  @Test("refusals are counted on both sides")
  func refusals() {
    let refusals = EvaluationSummary(JudgedAnswer.judging(run, of: questions)).refusals
    #expect(refusals.unanswerable == 2)
    #expect(refusals.refusedOfUnanswerable == 1)
    #expect(refusals.answerable == 3)
    #expect(refusals.answeredOfAnswerable == 2)
  }

  @Test("a measure that doesn't apply to a slice has no value there")
  func inapplicable() throws {
    let summary = EvaluationSummary(JudgedAnswer.judging(run, of: questions))
    let unanswerable = try #require(summary.slices(by: .kind).last)
    #expect(unanswerable.means["nDCG@10"] == nil)
    #expect(unanswerable.means["refusal recall"] == 0.5)
    #expect(summary.overall["AUROC"] == nil)
  }

  @Test("no questions, no means")
  func empty() {
    let summary = EvaluationSummary([])
    #expect(summary.slices.map(\.count) == [0])
    #expect(summary.overall.isEmpty)
  }
}
