@testable import Measures
import Testing

@Suite struct StatisticsTests {
  @Test("SplitMix64 gives the numbers of its reference implementation")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test("positions cover the whole range and nothing else")
  func positions() {
    var generator = SplitMix64(seed: 3)
    #expect(Set((0..<500).map { _ in generator.position(below: 7) }) == Set(0..<7))
  }

  @Test(
    "the bootstrap interval holds the mean, is narrow where there is little spread, and repeats")
  func bootstrap() throws {
    let differences = (0..<100).map { Double($0 % 5) / 10 }
    let interval = try #require(PairedBootstrap().interval(ofMean: differences))
    #expect(interval.contains(0.2))
    // ± 1.96 · 0.1414 / √100
    #expect(abs(interval.lowerBound - (0.2 - 0.0277)) < 0.003)
    #expect(abs(interval.upperBound - (0.2 + 0.0277)) < 0.003)
    #expect(PairedBootstrap().interval(ofMean: differences) == interval)
    var other = PairedBootstrap()
    other.seed = 2
    #expect(other.interval(ofMean: differences) != interval)
    #expect(PairedBootstrap().interval(ofMean: [0, 0]) == 0...0)
    #expect(PairedBootstrap().interval(ofMean: []) == nil)
  }

  @Test(
    "few differences: every way of swapping is counted",
    arguments: [
      ([1, 1, 1], 0.25, 1.0), ([1, 1, 1, 0, 0], 0.25, 1), ([1, -1], 1, 0.75),
      ([-1, -1, -1], 0.25, 0.125), ([], 1, 1), ([0, 0], 1, 1),
    ] as [([Double], Double, Double)])
  func exact(differences: [Double], different: Double, lower: Double) {
    var test = RandomizationTest()
    #expect(test.pValue(of: differences) == different)
    test.alternative = .lower
    #expect(test.pValue(of: differences) == lower)
  }

  @Test("many differences: the sampled p-value is near the exact one")
  func sampled() {
    // 20 differences of the same size, 15 of them positive: the two-sided sign test, 0.0414.
    let differences = Array(repeating: 1.0, count: 15) + Array(repeating: -1.0, count: 5)
    let pValue = RandomizationTest().pValue(of: differences)
    #expect(abs(pValue - 0.0414) < 0.006)
    #expect(RandomizationTest().pValue(of: differences) == pValue)
    #expect(RandomizationTest().pValue(of: Array(repeating: 1, count: 60)) == 1.0 / 10_001)
  }

  @Test("Holm's adjustment keeps the order given and never falls")
  func holm() {
    let adjusted = HolmCorrection.adjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(value - expected) < 1e-12)
    }
    #expect(HolmCorrection.adjusted([0.9, 0.8]) == [1, 1])
    #expect(HolmCorrection.adjusted([]) == [])
  }

  @Test("Cohen's kappa of the textbook's table")
  func kappa() throws {
    // Cohen 1960: 20 yes–yes, 5 yes–no, 10 no–yes, 15 no–no.
    let pairs =
      Array(repeating: (1, 1), count: 20) + Array(repeating: (1, 0), count: 5)
      + Array(repeating: (0, 1), count: 10) + Array(repeating: (0, 0), count: 15)
    let kappa = try #require(CohenKappa(pairs))
    #expect(kappa.count == 50)
    #expect(kappa.observed == 0.7)
    #expect(kappa.expected == 0.5)
    #expect(abs((kappa.kappa ?? 0) - 0.4) < 1e-12)
    #expect(CohenKappa([]) == nil)
    #expect(CohenKappa([(2, 2)])?.kappa == nil)
  }

  @Test("two judges are paired by question and passage shown")
  func agreement() throws {
    func judged(_ id: String, _ grades: [Int]) -> EvaluationQuestion {
      let marks = grades.enumerated().map { index, grade in
        Judgement(
          doc: "a.md", quote: "q\(grade)", grade: grade,
          shown: ByteRange(start: index * 10, end: index * 10 + 10))
      }
      return EvaluationQuestion(
        id: id, text: "?", relevant: marks.filter { $0.grade > 0 },
        irrelevant: marks.filter { $0.grade == 0 })
    }
    let agreement = JudgeAgreement(
      [judged("1", [2, 0, 1]), judged("2", [0, 0])], [judged("1", [1, 0]), judged("3", [2])])
    #expect(agreement.grades?.count == 2)
    #expect(agreement.grades?.observed == 0.5)
    #expect(agreement.relevance?.observed == 1)
    #expect(JudgeAgreement([], []).grades == nil)
  }
}
