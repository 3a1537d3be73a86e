/// The measures that an evaluation reports, in order.
package struct MeasureSet: Sendable {
  package let measures: [any Measure]

  package init(_ measures: [any Measure]) { self.measures = measures }

  /// Those with a value for each question, which comparisons and gates test.
  package var perAnswer: [any AnswerMeasure] { measures.compactMap { $0 as? any AnswerMeasure } }

  /// For questions judged by quotes. What counts as found is what answers fully; gain, precision
  /// and recall also count what answers in part.
  package static let answers = MeasureSet([
    Success(at: 1, relevance: JudgedAnswer.fullGrade),
    Success(at: 3, relevance: JudgedAnswer.fullGrade),
    Success(at: 5, relevance: JudgedAnswer.fullGrade),
    Success(at: 10, relevance: JudgedAnswer.fullGrade),
    ReciprocalRank(at: 10, relevance: JudgedAnswer.fullGrade),
    NDCG(at: 10), AveragePrecision(at: 10), Precision(at: 5), Recall(at: 10), JudgedShare(at: 10),
    Bpref(), AnswerSentenceHit(), AnswerRate(), RefusalPrecision(), RefusalRecall(), AUROC(),
    RiskCoverage(), CalibrationError(), LatencyPercentile(50), LatencyPercentile(95),
    LatencyPercentile(99),
  ])

  /// For TREC runs and qrels, as trec_eval computes them.
  package static let trec = MeasureSet([
    Success(at: 1), Success(at: 5), Success(at: 10), ReciprocalRank(),
    NDCG(at: 10, gain: .linear), AveragePrecision(), Precision(at: 5), Precision(at: 10),
    Recall(at: 10), JudgedShare(at: 10), Bpref(),
  ])

  /// What a narrow table shows.
  package static let headline = [
    "success@1", "success@3", "success@5", "success@10", "MRR@10", "nDCG@10",
  ]

  /// What a table of slices has columns for.
  package static let sliced =
    headline + ["R@10", "sentence@1", "answer rate", "refusal recall", "latency p95"]

  /// What comparisons test: no two that say nearly the same, since every further test makes each of
  /// them blunter. TREC's measures are tested as they are.
  package static let compared = [
    "success@1", "success@3", "success@10", "MRR@10", "nDCG@10", "R@10", "sentence@1",
    "answer rate", "refusal recall",
  ]

  /// What may not fall: the first answer, the list, its sentence and refusals, and nothing twice.
  package static let gated = [
    "success@1", "success@10", "nDCG@10", "sentence@1", "answer rate", "refusal recall",
  ]
}
