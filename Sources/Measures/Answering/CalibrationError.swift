/// How far confidence is from the share of right answers, on average over ten bins of equal width:
/// the expected calibration error, lower is better (M. P. Naeini, G. Cooper and M. Hauskrecht,
/// *Obtaining Well Calibrated Probabilities Using Bayesian Binning*, 2015).
package struct CalibrationError: Measure {
  /// Answers of about the same confidence.
  package struct Bin: Sendable, Equatable {
    package let count: Int
    package let meanConfidence: Double
    package let rightShare: Double
  }

  package static let binCount = 10

  package init() {}

  package let name = "calibration error"

  package func value(over answers: [JudgedAnswer]) -> Double? {
    let bins = Self.bins(answers)
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return nil }
    return bins.reduce(0) { sum, bin in
      sum + Double(bin.count) * abs(bin.meanConfidence - bin.rightShare)
    } / Double(total)
  }

  /// Those that hold answers, least confident first.
  package static func bins(_ answers: [JudgedAnswer]) -> [Bin] {
    var bins = [[ConfidentAnswer]](repeating: [], count: binCount)
    for answer in ConfidentAnswer.ranked(answers) {
      let position = Int((answer.confidence * Double(binCount)).rounded(.down))
      bins[min(max(position, 0), binCount - 1)].append(answer)
    }
    return bins.compactMap { bin in
      guard let confidence = bin.map(\.confidence).mean else { return nil }
      return Bin(
        count: bin.count, meanConfidence: confidence,
        rightShare: Double(bin.count(where: \.isRight)) / Double(bin.count))
    }
  }
}
