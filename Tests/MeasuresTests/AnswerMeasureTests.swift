import Measures
import Testing

@Suite struct AnswerMeasureTests {
  /// An answer of a confidence that is right or wrong; nil confidence is a refusal.
  private func answer(
    _ confidence: Double?, right: Bool, answerable: Bool = true, latency: Double? = nil
  ) -> JudgedAnswer {
    let question = EvaluationQuestion(
      id: "1", text: "?",
      relevant: answerable ? [.init(doc: "a.md", quote: "riktig svar", grade: 2)] : [])
    let entry = RunEntry(
      id: "1", status: confidence == nil ? "not_found" : "answered",
      passages: confidence.map {
        [.init(document: "a.md", text: right ? "riktig svar" : "galt", confidence: $0)]
      } ?? [],
      latency: latency)
    return JudgedAnswer(entry, to: question)
  }

  @Test("AUROC: how often a right answer is more confident than a wrong one; ties count half")
  func auroc() throws {
    let measure = AUROC()
    #expect(
      measure.value(over: [answer(0.9, right: true), answer(0.1, right: false)]) == 1)
    #expect(
      measure.value(over: [answer(0.1, right: true), answer(0.9, right: false)]) == 0)
    #expect(
      measure.value(over: [answer(0.5, right: true), answer(0.5, right: false)]) == 0.5)
    // Of the 2 × 2 pairs, 0.8 > 0.6, 0.8 > 0.3, 0.6 = 0.6, 0.6 > 0.3.
    let value = measure.value(over: [
      answer(0.8, right: true), answer(0.6, right: true), answer(0.6, right: false),
      answer(0.3, right: false),
    ])
    #expect(value == 3.5 / 4)
    #expect(measure.value(over: [answer(0.9, right: true)]) == nil)
  }

  @Test("an answer to what the texts don't answer is wrong, a refusal has no confidence")
  func wrong() {
    let answers = [
      answer(0.9, right: true), answer(0.2, right: true, answerable: false),
      answer(nil, right: false),
    ]
    #expect(AUROC().value(over: answers) == 1)
    #expect(RiskCoverage.risks(answers) == [0, 0.5])
  }

  @Test("risk and coverage: the share of wrong answers among the most confident")
  func riskCoverage() throws {
    let answers = [
      answer(0.2, right: false), answer(0.9, right: true), answer(0.5, right: false),
    ]
    #expect(RiskCoverage.risks(answers) == [0, 0.5, 2.0 / 3])
    #expect(RiskCoverage().value(over: answers) == (0.5 + 2.0 / 3) / 3)
    // Whichever of two equally confident answers comes first.
    let tied = [answer(0.5, right: false), answer(0.5, right: true)]
    #expect(RiskCoverage.risks(tied) == [0.5, 0.5])
    #expect(RiskCoverage.risks(tied.reversed()) == [0.5, 0.5])
  }

  @Test("calibration error: mean distance of confidence from the share of right answers")
  func calibration() throws {
    let answers = [
      answer(0.95, right: true), answer(0.95, right: false), answer(0.15, right: false),
      answer(1, right: true),
    ]
    let bins = CalibrationError.bins(answers)
    #expect(bins.map(\.count) == [1, 3])
    let value = try #require(CalibrationError().value(over: answers))
    #expect(abs(value - (0.15 + 3 * abs((0.95 + 0.95 + 1) / 3 - 2.0 / 3)) / 4) < 1e-12)
    #expect(CalibrationError().value(over: []) == nil)
  }

  @Test("refusals: of those refused, and of those that should be")
  func refusals() {
    let answers = [
      answer(nil, right: false), answer(nil, right: false, answerable: false),
      answer(0.5, right: true), answer(0.5, right: false, answerable: false),
      answer(nil, right: false, answerable: false),
    ]
    #expect(RefusalPrecision().value(over: answers) == 2.0 / 3)
    #expect(RefusalRecall().value(over: answers) == 2.0 / 3)
    #expect(AnswerRate().value(over: answers) == 0.5)
    #expect(RefusalPrecision().value(over: [answer(0.5, right: true)]) == nil)
  }

  @Test(
    "latency percentiles by nearest rank",
    arguments: [(50, 5.0), (90, 9), (95, 10), (100, 10), (1, 1)])
  func latency(percentage: Int, expected: Double) {
    let answers = (1...10).reversed().map { answer(0.5, right: true, latency: Double($0)) }
    #expect(LatencyPercentile(percentage).value(over: answers) == expected)
    #expect(LatencyPercentile(percentage).value(over: [answer(0.5, right: true)]) == nil)
  }

  @Test(
    "the answering sentence is a hit when it is the quote, holds it, or is part of it",
    arguments: [
      ("Fristen er to uker.", 1.0), ("Fristen er to uker", 1),
      ("Merk: Fristen er to uker. Husk det.", 1), ("Fristen er to", 1), ("Noe helt annet.", 0),
    ])
  func sentence(text: String, expected: Double) {
    #expect(AnswerSentenceHit().value(of: sentenceAnswer(text, document: "a.md")) == expected)
    #expect(AnswerSentenceHit().value(of: sentenceAnswer(text, document: "b.md")) == 0)
  }

  @Test("a run without sentences has no value for them; one without passages has missed")
  func noSentence() {
    #expect(AnswerSentenceHit().value(of: answer(0.5, right: true)) == nil)
    #expect(AnswerSentenceHit().value(of: answer(nil, right: true)) == 0)
    #expect(AnswerSentenceHit().value(of: answer(0.5, right: true, answerable: false)) == nil)
  }

  private func sentenceAnswer(_ text: String, document: String) -> JudgedAnswer {
    JudgedAnswer(
      RunEntry(
        id: "1", status: "answered",
        passages: [.init(document: document, text: text, quote: .init(text: text))]),
      to: EvaluationQuestion(
        id: "1", text: "?",
        relevant: [
          .init(doc: "a.md", quote: "Fristen er to uker.", grade: 2),
          .init(doc: "a.md", quote: "Noe helt", grade: 1),
        ]))
  }
}
