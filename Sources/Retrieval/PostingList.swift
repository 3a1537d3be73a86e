/// The passages that hold a term, in ascending order, with how often each does.
package struct PostingList: Sendable, Equatable {
  package private(set) var ordinals: [Int32] = []
  package private(set) var frequencies: [Int32] = []

  package init() {}

  package var documentFrequency: Int { ordinals.count }

  /// Adds a passage; passages must come in ascending order.
  package mutating func append(_ ordinal: PassageOrdinal, frequency: Int) {
    precondition(ordinals.last.map { $0 < ordinal.rawValue } ?? true, "postings out of order")
    ordinals.append(ordinal.rawValue)
    frequencies.append(Int32(frequency))
  }
}
