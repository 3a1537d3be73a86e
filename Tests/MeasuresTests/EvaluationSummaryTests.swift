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
    let summary = EvaluationSummary(questions: questions, run: run)
    #expect(summary.slices.map(\.name) == ["all", "direct", "lay"])
    #expect(summary.slices.map(\.count) == [3, 2, 1])
    let all = summary.slices[0].means
    #expect(all["success@1"] == 1.0 / 3)
    #expect(all["success@3"] == 2.0 / 3)
    #expect(all["MRR@10"] == 1.5 / 3)
    #expect(summary.slices[1].means["success@1"] == 0.5)
    #expect(summary.slices[2].means["MRR@10"] == 0.5)
  }

  @Test("refusals are counted on both sides")
  func refusals() {
    let refusals = EvaluationSummary(questions: questions, run: run).refusals
    #expect(refusals.unanswerable == 2)
    #expect(refusals.refusedOfUnanswerable == 1)
    #expect(refusals.answerable == 3)
    #expect(refusals.answeredOfAnswerable == 2)
  }

  @Test("no questions, no means")
  func empty() {
    let summary = EvaluationSummary(questions: [], run: [])
    #expect(summary.slices.map(\.count) == [0])
    #expect(summary.slices[0].means["nDCG@10"] == 0)
  }
}
