/// The plots of an evaluation, and of the run it is compared with.
struct EvaluationPlots {
  let answers: [JudgedAnswer]
  /// Empty when there is none.
  let others: [JudgedAnswer]

  var all: [Markup] {
    [success, riskCoverage, reliability, latency, scatter].compactMap(\.self)
  }

  /// Those that have something to show; a comparison has a line for each run.
  private var success: Markup? {
    let points = Self.successes(answers)
    guard let first = points.first, let last = points.last else { return nil }
    let depth = JudgedRanking.depth
    let frame = PlotFrame(
      title: "Success at k",
      horizontal: .init(
        label: "k", low: 1, high: Double(depth), ticks: (1...depth).map(Double.init), decimals: 0),
      vertical: .share("questions answered"))
    return frame.svg(
      [frame.line(Self.successes(others), style: "line other"), frame.line(points, style: "line")],
      description: """
        A full answer stands first for \(first.y.fixed(3)) of the questions, among the first \
        \(depth) for \(last.y.fixed(3)).\(legend)
        """)
  }

  private static func successes(_ answers: [JudgedAnswer]) -> [(x: Double, y: Double)] {
    (1...JudgedRanking.depth).compactMap { k in
      Success(at: k, relevance: JudgedAnswer.fullGrade).value(over: answers).map { (Double(k), $0) }
    }
  }

  private var riskCoverage: Markup? {
    let points = Self.riskPoints(answers)
    guard points.count > 1, let area = RiskCoverage().value(over: answers) else { return nil }
    let frame = PlotFrame(
      title: "Risk and coverage", horizontal: .share("share of answers given"),
      vertical: .share("wrong first answers"))
    return frame.svg(
      [
        frame.line(Self.riskPoints(others), style: "line other"),
        frame.line(points, style: "line"),
      ],
      description: """
        How often the first answer is wrong when only the most confident ones are given; the area \
        is \(area.fixed(3)).\(legend)
        """)
  }

  /// At most 200 points, the last included.
  private static func riskPoints(_ answers: [JudgedAnswer]) -> [(x: Double, y: Double)] {
    let risks = RiskCoverage.risks(answers)
    let step = max(1, risks.count / 200)
    return risks.indices.filter { $0 % step == 0 || $0 == risks.count - 1 }
      .map { (Double($0 + 1) / Double(risks.count), risks[$0]) }
  }

  private var reliability: Markup? {
    let bins = CalibrationError.bins(answers)
    guard !bins.isEmpty, let error = CalibrationError().value(over: answers) else { return nil }
    let frame = PlotFrame(
      title: "Reliability", horizontal: .share("confidence"),
      vertical: .share("right first answers"))
    let most = Double(bins.map(\.count).max() ?? 1)
    let dots: [Markup] = bins.map { bin in
      """
      <circle class="dot" cx="\(frame.x(bin.meanConfidence))" cy="\(frame.y(bin.rightShare))" \
      r="\(3 + 8 * (Double(bin.count) / most).squareRoot())"><title>\(bin.count) answers: confidence \
      \(bin.meanConfidence.fixed(2)), right \(bin.rightShare.fixed(2))</title></circle>
      """
    }
    return frame.svg(
      [frame.line([(0, 0), (1, 1)], style: "ideal")] + dots,
      description: """
        How often answers of about the same confidence are right; on the diagonal confidence means \
        what it says. The calibration error is \(error.fixed(3)).
        """)
  }

  private var latency: Markup? {
    let latencies = answers.compactMap(\.entry.latency)
    guard let top = LatencyPercentile(99).value(over: answers), top > 0,
      let middle = LatencyPercentile(50).value(over: answers)
    else { return nil }
    let binCount = 20
    var counts = [Int](repeating: 0, count: binCount)
    for latency in latencies {
      counts[min(binCount - 1, max(0, Int(latency / top * Double(binCount))))] += 1
    }
    let most = Double(counts.max() ?? 1)
    let frame = PlotFrame(
      title: "Latency",
      horizontal: .init(
        label: "milliseconds", low: 0, high: top, ticks: [0, 0.25, 0.5, 0.75, 1].map { $0 * top },
        decimals: top < 10 ? 2 : 0),
      vertical: .init(
        label: "questions", low: 0, high: most, ticks: [0, (most / 2).rounded(.down), most],
        decimals: 0))
    let bars: [Markup] = counts.enumerated().map { index, count in
      let left = frame.x(top * Double(index) / Double(binCount))
      let right = frame.x(top * Double(index + 1) / Double(binCount))
      let height = frame.y(0) - frame.y(Double(count))
      return """
        <rect class="bar" x="\(left)" y="\(frame.y(Double(count)))" width="\(right - left - 1)" \
        height="\(height)"/>
        """
    }
    return frame.svg(
      bars,
      description: """
        Half of the questions were answered within \(middle.fixed(2)) ms, 99 % within \
        \(top.fixed(2)) ms; slower ones are in the last bar.
        """)
  }

  /// nDCG of each question in both runs; a dot above the diagonal is a question that gained.
  private var scatter: Markup? {
    let measure = NDCG(at: JudgedRanking.depth)
    let before = Dictionary(
      others.map { ($0.question.id, measure.value(of: $0)) }, uniquingKeysWith: { old, _ in old })
    var counts: [[Int]: Int] = [:]
    for answer in answers {
      guard let old = before[answer.question.id] ?? nil, let new = measure.value(of: answer) else {
        continue
      }
      counts[[Int((old * 100).rounded()), Int((new * 100).rounded())], default: 0] += 1
    }
    guard !counts.isEmpty else { return nil }
    let frame = PlotFrame(
      title: "Question by question", horizontal: .share("\(measure.name) before"),
      vertical: .share("\(measure.name) now"))
    let dots: [Markup] = counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { point, count in
        let (old, new) = (Double(point[0]) / 100, Double(point[1]) / 100)
        return """
          <circle class="dot" cx="\(frame.x(old))" cy="\(frame.y(new))" \
          r="\(min(12, 2 + Double(count).squareRoot()))"><title>\(count) questions: \
          \(old.fixed(2)) before, \(new.fixed(2)) now</title></circle>
          """
      }
    return frame.svg(
      [frame.line([(0, 0), (1, 1)], style: "ideal")] + dots,
      description: "Questions above the diagonal gained, those below lost.")
  }

  private var legend: String {
    others.isEmpty ? "" : " The dashed line is the run it is compared with."
  }
}

extension [Int] {
  fileprivate func lexicographicallyPrecedes(_ other: [Int]) -> Bool {
    lexicographicallyPrecedes(other, by: <)
  }
}
