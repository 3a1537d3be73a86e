/// Why a passage has its score: parts that add up to it.
package struct Explanation: Sendable, Equatable {
  /// One part of a score, which may consist of parts itself.
  package struct Part: Sendable, Equatable {
    /// What scored: `stem BM25`, or a term such as `oppsig`.
    package let name: String
    package let value: Double
    package let parts: [Part]

    package init(_ name: String, _ value: Double, parts: [Part] = []) {
      self.name = name
      self.value = value
      self.parts = parts
    }
  }

  package let parts: [Part]

  package init(parts: [Part]) { self.parts = parts }

  /// The score.
  package var total: Double { parts.reduce(0) { $0 + $1.value } }
}
