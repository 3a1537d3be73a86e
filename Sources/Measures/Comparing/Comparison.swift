/// Two runs of the same questions side by side: which is better at what, and how surely.
package struct Comparison: Sendable, Equatable {
  /// One measure over one slice.
  package struct Row: Codable, Sendable, Equatable {
    package let dimension: Slice.Dimension
    package let slice: String
    package let measure: String
    /// How many questions both runs have a value for.
    package let count: Int
    package let before: Double
    package let after: Double
    /// The 95 % bootstrap interval of the mean difference.
    package let low: Double
    package let high: Double
    package let pValue: Double
    /// Adjusted for all measures and slices of the dimension.
    package var adjustedPValue: Double

    /// Of `after` over `before`.
    package var difference: Double { after - before }
  }

  /// How the tests are made; the same seed gives the same figures.
  package struct Settings: Sendable {
    package var replicates = 10_000
    package var seed: UInt64 = 1
    package var dimensions = Slice.Dimension.allCases
    package var alternative = RandomizationTest.Alternative.different
    /// Below this an adjusted p-value counts as significant.
    package var level = 0.05

    package init() {}
  }

  package let rows: [Row]
  /// Questions whose values differ, in the order of the questions.
  package let changes: [QuestionChange]
  /// Questions of the later run that the earlier one lacks, and the other way round.
  package let added: [String]
  package let removed: [String]

  /// Compares the questions and the measures that both tables hold.
  package init(_ before: ScoreTable, _ after: ScoreTable, settings: Settings = Settings()) {
    let pairs = PairedScores(before, after)
    rows = settings.dimensions.flatMap { pairs.rows(by: $0, settings: settings) }
    changes = pairs.changes
    added = pairs.added
    removed = pairs.removed
  }

  /// Whether all values are the same.
  package var isEven: Bool { changes.isEmpty }
}

/// A question on which two runs differ.
package struct QuestionChange: Sendable, Equatable {
  package let id: String
  /// By measure; those that differ.
  package let differences: [String: Double]
}
