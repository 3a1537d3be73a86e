/// Two tables' values, question by question, for the measures and questions that both hold.
struct PairedScores {
  private struct Pair {
    let row: ScoreTable.Row
    let before: [Double?]
    let after: [Double?]
  }

  private let measures: [String]
  private let pairs: [Pair]
  let added: [String]
  let removed: [String]

  init(_ before: ScoreTable, _ after: ScoreTable) {
    let measures = after.measures.filter(before.measures.contains)
    let old = before.keeping(measures).ordered(as: measures)
    let new = after.keeping(measures)
    let earlier = Dictionary(old.rows.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let names = Set(new.rows.map(\.id))
    self.measures = measures
    pairs = new.rows.compactMap { row in
      earlier[row.id].map { Pair(row: row, before: $0.values, after: row.values) }
    }
    added = new.rows.map(\.id).filter { earlier[$0] == nil }
    removed = old.rows.map(\.id).filter { !names.contains($0) }
  }

  /// Every measure over every slice of a dimension, p-values adjusted for all of them.
  func rows(by dimension: Slice.Dimension, settings: Comparison.Settings) -> [Comparison.Row] {
    let groups = Dictionary(grouping: pairs.filter { $0.row.name(by: dimension) != nil }) {
      $0.row.name(by: dimension) ?? ""
    }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    var rows = groups.flatMap { name, members in
      measures.indices.compactMap { measure in
        row(measure, of: members, (dimension, name), settings)
      }
    }
    for (index, value) in HolmCorrection.adjusted(rows.map(\.pValue)).enumerated() {
      rows[index].adjustedPValue = value
    }
    return rows
  }

  private func row(
    _ measure: Int, of pairs: [Pair], _ slice: (dimension: Slice.Dimension, name: String),
    _ settings: Comparison.Settings
  ) -> Comparison.Row? {
    let values = pairs.compactMap { pair -> (before: Double, after: Double)? in
      guard let before = pair.before[measure], let after = pair.after[measure] else { return nil }
      return (before, after)
    }
    var bootstrap = PairedBootstrap()
    bootstrap.replicates = settings.replicates
    bootstrap.seed = settings.seed
    var test = RandomizationTest()
    test.replicates = settings.replicates
    test.seed = settings.seed
    test.alternative = settings.alternative
    let differences = values.map { $0.after - $0.before }
    guard let before = values.map(\.before).mean, let after = values.map(\.after).mean,
      let interval = bootstrap.interval(ofMean: differences)
    else { return nil }
    let pValue = test.pValue(of: differences)
    return Comparison.Row(
      dimension: slice.dimension, slice: slice.name, measure: measures[measure],
      count: values.count, before: before, after: after, low: interval.lowerBound,
      high: interval.upperBound, pValue: pValue, adjustedPValue: pValue)
  }

  var changes: [QuestionChange] {
    pairs.compactMap { pair in
      var differences: [String: Double] = [:]
      for (index, measure) in measures.enumerated() {
        let difference = (pair.after[index] ?? 0) - (pair.before[index] ?? 0)
        if difference != 0 { differences[measure] = difference }
      }
      return differences.isEmpty ? nil : QuestionChange(id: pair.row.id, differences: differences)
    }
  }
}

extension ScoreTable {
  /// The same measures in another order.
  fileprivate func ordered(as names: [String]) -> ScoreTable {
    let positions = names.compactMap(measures.firstIndex(of:))
    return ScoreTable(
      measures: names,
      rows: rows.map { row in
        Row(
          id: row.id, kind: row.kind, language: row.language, document: row.document,
          values: positions.map { row.values[$0] })
      })
  }
}
