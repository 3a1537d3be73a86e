import Retrieval
import Synchronization

/// Passages read before, up to a size in bytes; when it is full, it starts afresh.
final class PassageCache: Sendable {
  private struct State {
    var passages: [PassageOrdinal: IndexedPassage] = [:]
    var size = 0
  }

  /// About what a passage takes besides its text, in bytes.
  private static let overhead = 1_000

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  subscript(ordinal: PassageOrdinal) -> IndexedPassage? {
    get { state.withLock { $0.passages[ordinal] } }
    set {
      guard let passage = newValue else { return }
      let size = Self.overhead + passage.text.utf8.count
      state.withLock { state in
        if state.size + size > limit {
          state.passages.removeAll()
          state.size = 0
        }
        if state.passages.updateValue(passage, forKey: ordinal) == nil { state.size += size }
      }
    }
  }
}
