package import Documents

/// Where each provision of a collection stands.
package struct ProvisionCatalogue: Sendable, Equatable {
  /// A provision's passages, which follow each other.
  package struct Entry: Sendable, Equatable {
    package let document: Int
    package let label: ProvisionLabel
    /// Names its section within the document.
    package let anchor: String
    package var ordinals: Range<Int32>
    /// By passage: the ledd it covers, where the provision has any.
    package var ledd: [ClosedRange<Int>?]
  }

  package private(set) var entries: [Entry] = []
  private var entriesByLabel: [ProvisionLabel: [Int]] = [:]

  package init() {}

  /// Adds a passage of a provision; passages must come in order.
  package mutating func add(
    _ ordinal: PassageOrdinal, of label: ProvisionLabel, anchor: String, document: Int,
    ledd: ClosedRange<Int>?
  ) {
    if let last = entries.indices.last, entries[last].document == document,
      entries[last].anchor == anchor, entries[last].ordinals.upperBound == ordinal.rawValue
    {
      entries[last].ordinals = entries[last].ordinals.lowerBound..<ordinal.rawValue + 1
      entries[last].ledd.append(ledd)
    } else {
      entriesByLabel[label, default: []].append(entries.count)
      entries.append(
        Entry(
          document: document, label: label, anchor: anchor,
          ordinals: ordinal.rawValue..<ordinal.rawValue + 1, ledd: [ledd]))
    }
  }

  /// The provisions so labelled, in the given documents or in all.
  package func entries(_ label: ProvisionLabel, in documents: Set<Int>?) -> [Entry] {
    (entriesByLabel[label] ?? []).map { entries[$0] }
      .filter { documents?.contains($0.document) ?? true }
  }

  /// The provision that a passage belongs to.
  package func entry(holding ordinal: PassageOrdinal) -> Entry? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].ordinals.upperBound <= ordinal.rawValue {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < entries.count, entries[low].ordinals.contains(ordinal.rawValue) else { return nil }
    return entries[low]
  }
}
