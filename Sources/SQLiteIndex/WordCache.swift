import Retrieval
import Synchronization

/// Decoded blocks of passages' words, up to a number of blocks; when it is full, it starts afresh.
final class WordCache: Sendable {
  private let limit: Int
  private let blocks = Mutex<[Int: [PassageWords]]>([:])

  init(limit: Int) { self.limit = limit }

  subscript(block: Int) -> [PassageWords]? {
    get { blocks.withLock { $0[block] } }
    set {
      guard let words = newValue else { return }
      blocks.withLock { blocks in
        if blocks.count >= limit { blocks.removeAll() }
        blocks[block] = words
      }
    }
  }
}
