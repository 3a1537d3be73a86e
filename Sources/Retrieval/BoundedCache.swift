import Synchronization

/// Values made before, by key, up to a total size; when it is full, it starts afresh.
package final class BoundedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct State {
    var values: [Key: Value] = [:]
    var size = 0
  }

  private let limit: Int
  private let sizeOf: @Sendable (Key, Value) -> Int
  private let state = Mutex(State())

  /// `limit` bounds the sizes together, in whatever unit `sizeOf` counts; by default each counts 1.
  package init(limit: Int, sizeOf: @escaping @Sendable (Key, Value) -> Int = { _, _ in 1 }) {
    self.limit = limit
    self.sizeOf = sizeOf
  }

  /// The value kept for a key, which is made, and kept, if there is none.
  package func value(for key: Key, make: () throws -> Value) rethrows -> Value {
    if let known = state.withLock({ $0.values[key] }) { return known }
    let value = try make()
    let size = sizeOf(key, value)
    state.withLock { state in
      if state.size + size > limit { state = State() }
      if state.values.updateValue(value, forKey: key) == nil { state.size += size }
    }
    return value
  }
}
