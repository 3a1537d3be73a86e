/// How often answers are wrong when only the most confident are given: the area under the
/// risk–coverage curve, lower is better (R. El-Yaniv and Y. Wiener, *On the Foundations of
/// Noise-free Selective Classification*, 2010; Y. Geifman and R. El-Yaniv, *Selective
/// Classification for Deep Neural Networks*, 2017).
package struct RiskCoverage: Measure {
  package init() {}

  package let name = "risk–coverage AUC"

  package func value(over answers: [JudgedAnswer]) -> Double? {
    Self.risks(answers).mean
  }

  /// The share of wrong answers among the 1, 2, 3 … most confident. Equally confident answers are
  /// in no order, so among them the expected share.
  package static func risks(_ answers: [JudgedAnswer]) -> [Double] {
    var risks: [Double] = []
    var wrong = 0.0
    for group in ConfidentAnswer.groups(answers) {
      let rate = Double(group.count - group.right) / Double(group.count)
      for _ in 0..<group.count {
        wrong += rate
        risks.append(wrong / Double(risks.count + 1))
      }
    }
    return risks
  }
}
