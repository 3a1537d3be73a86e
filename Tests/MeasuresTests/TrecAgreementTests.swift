import Measures
import Testing

@Suite("Agreement with trec_eval")
struct TrecAgreementTests {
  private static let measures: [String: any RankingMeasure] = [
    "nDCG linear": NDCG(gain: .linear),
    "nDCG@10 linear": NDCG(at: 10, gain: .linear),
    "nDCG@10 exponential": NDCG(at: 10, gain: .exponential),
    "MAP": AveragePrecision(),
    "MAP@10": AveragePrecision(at: 10),
    "MAP rel 2": AveragePrecision(relevance: 2),
    "P@5": Precision(at: 5),
    "P@10": Precision(at: 10),
    "P@5 rel 2": Precision(at: 5, relevance: 2),
    "R@10": Recall(at: 10),
    "R@5 rel 2": Recall(at: 5, relevance: 2),
    "MRR": ReciprocalRank(),
    "MRR rel 2": ReciprocalRank(relevance: 2),
    "success@1": Success(at: 1),
    "success@5": Success(at: 5),
    "success@5 rel 2": Success(at: 5, relevance: 2),
    "bpref": Bpref(),
    "bpref rel 2": Bpref(relevance: 2),
    "judged@10": JudgedShare(at: 10),
  ]

  @Test("there are fixtures enough to tell")
  func coverage() {
    #expect(TrecFixture.all.count >= 20)
    #expect(TrecFixture.all.allSatisfy { Set($0.expected.keys) == Set(Self.measures.keys) })
  }

  @Test("every question's figure is trec_eval's to four decimals", arguments: TrecFixture.all)
  func questions(fixture: TrecFixture) throws {
    let answers = try fixture.answers()
    for (name, expected) in fixture.expected {
      let measure = try #require(Self.measures[name])
      #expect(Set(answers.map(\.question.id)) == Set(expected.keys))
      for answer in answers {
        let value = try #require(measure.value(of: answer))
        let figure = try #require(expected[answer.question.id])
        #expect(
          abs(value - figure) < 1e-4, "\(name) of \(answer.question.id): \(value), not \(figure)")
      }
    }
  }

  @Test("the mean is trec_eval's, empty results included", arguments: TrecFixture.all)
  func means(fixture: TrecFixture) throws {
    let answers = try fixture.answers()
    for (name, expected) in fixture.expected {
      let mean = try #require(Self.measures[name]?.value(over: answers))
      #expect(abs(mean - expected.values.reduce(0, +) / Double(expected.count)) < 1e-4)
    }
  }
}
