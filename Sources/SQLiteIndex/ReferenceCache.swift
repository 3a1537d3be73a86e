import Retrieval
import Synchronization

/// References read before, by what was asked; when it is full, it starts afresh.
final class ReferenceCache: Sendable {
  enum Key: Hashable {
    case from(PassageOrdinal)
    case to(Range<Int32>)
  }

  private let limit: Int
  private let known = Mutex<[Key: [PassageReference]]>([:])

  /// `limit` bounds how many answers are kept.
  init(limit: Int) { self.limit = limit }

  subscript(key: Key, read: () throws -> [PassageReference]) -> [PassageReference] {
    get throws {
      if let references = known.withLock({ $0[key] }) { return references }
      let references = try read()
      known.withLock { known in
        if known.count >= limit { known.removeAll() }
        known[key] = references
      }
      return references
    }
  }
}
