import Retrieval
import Synchronization

/// Decoded postings by term, up to a size in bytes; when it is full, it starts afresh.
final class PostingCache: Sendable {
  private struct State {
    var lists: [String: PostingList] = [:]
    var size = 0
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  subscript(term: String) -> PostingList? {
    get { state.withLock { $0.lists[term] } }
    set {
      guard let list = newValue else { return }
      let size = 64 + term.utf8.count + 8 * list.documentFrequency
      state.withLock { state in
        if state.size + size > limit {
          state.lists.removeAll()
          state.size = 0
        }
        if state.lists.updateValue(list, forKey: term) == nil { state.size += size }
      }
    }
  }
}
