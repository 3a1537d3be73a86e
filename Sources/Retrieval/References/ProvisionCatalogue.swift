package import Documents

/// Where each provision of a collection stands.
package struct ProvisionCatalogue: Sendable, Equatable {
  /// A provision's passages, which follow each other.
  package struct Entry: Sendable, Equatable {
    package let document: Int
    package let label: ProvisionLabel
    package var ordinals: Range<Int32>
    /// By passage: the ledd it covers, where the provision has any.
    package var ledd: [ClosedRange<Int>?]
  }

  package private(set) var entries: [Entry] = []
  private var entriesByLabel: [ProvisionLabel: [Int]] = [:]

  package init() {}

  /// Adds a passage of a provision; passages must come in order.
  package mutating func add(
    _ ordinal: PassageOrdinal, of label: ProvisionLabel, isFirst: Bool, document: Int,
    ledd: ClosedRange<Int>?
  ) {
    if !isFirst, let last = entries.indices.last, entries[last].document == document,
      entries[last].label == label, entries[last].ordinals.upperBound == ordinal.rawValue
    {
      entries[last].ordinals = entries[last].ordinals.lowerBound..<ordinal.rawValue + 1
      entries[last].ledd.append(ledd)
    } else {
      entriesByLabel[label, default: []].append(entries.count)
      entries.append(
        Entry(
          document: document, label: label, ordinals: ordinal.rawValue..<ordinal.rawValue + 1,
          ledd: [ledd]))
    }
  }

  /// The provisions so labelled, in the given documents or in all.
  package func entries(_ label: ProvisionLabel, in documents: Set<Int>?) -> [Entry] {
    (entriesByLabel[label] ?? []).map { entries[$0] }
      .filter { documents?.contains($0.document) ?? true }
  }
}
