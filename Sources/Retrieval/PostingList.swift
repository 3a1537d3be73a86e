/// The passages that hold a term, in ascending order, with how often each does.
package struct PostingList: Sendable, Equatable {
  package private(set) var ordinals: [Int32] = []
  package private(set) var frequencies: [Int32] = []

  package init() {}

  package var documentFrequency: Int { ordinals.count }

  /// Whether a passage holds the term; found by bisection.
  package func contains(_ ordinal: PassageOrdinal) -> Bool {
    var low = 0
    var high = ordinals.count
    while low < high {
      let middle = (low + high) / 2
      if ordinals[middle] < ordinal.rawValue { low = middle + 1 } else { high = middle }
    }
    return low < ordinals.count && ordinals[low] == ordinal.rawValue
  }

  /// Adds a passage; passages must come in ascending order.
  package mutating func append(_ ordinal: PassageOrdinal, frequency: Int) {
    precondition(ordinals.last.map { $0 < ordinal.rawValue } ?? true, "postings out of order")
    ordinals.append(ordinal.rawValue)
    frequencies.append(Int32(frequency))
  }
}
