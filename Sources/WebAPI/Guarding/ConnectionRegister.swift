import NIOCore
import Synchronization

/// Bounds the open connections: when there are too many, the one that has been idle longest is
/// closed. So a flood of idle connections costs a bounded amount of memory and keeps no one out.
final class ConnectionRegister: Sendable {
  /// Names a connection within the register.
  typealias Key = Int

  fileprivate struct State {
    var nextKey = 0
    var turn = 0
    var channels: [Key: any Channel] = [:]
    /// The turn at which a connection last became idle.
    var idleSince: [Key: Int] = [:]
    /// In the order of turns; entries that `idleSince` doesn't confirm are outdated.
    var idleQueue = CircularBuffer<(key: Key, turn: Int)>()
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  var count: Int { state.withLock { $0.channels.count } }

  /// Takes in a connection, idle at first, at the cost of another's where there are too many.
  func add(_ channel: any Channel) -> Key {
    let (key, evicted) = state.withLock { state in
      let key = state.nextKey
      state.nextKey += 1
      state.channels[key] = channel
      state.markIdle(key)
      return (key, state.channels.count > limit ? state.removeLongestIdle() : nil)
    }
    evicted?.close(promise: nil)
    return key
  }

  func markIdle(_ key: Key) { state.withLock { $0.markIdle(key) } }

  func markBusy(_ key: Key) { state.withLock { $0.idleSince[key] = nil } }

  func remove(_ key: Key) {
    state.withLock { state in
      state.channels[key] = nil
      state.idleSince[key] = nil
    }
  }
}

extension ConnectionRegister.State {
  fileprivate mutating func markIdle(_ key: ConnectionRegister.Key) {
    guard channels[key] != nil else { return }
    turn += 1
    idleSince[key] = turn
    idleQueue.append((key, turn))
    if idleQueue.count > 2 * channels.count + 64 {
      idleQueue = CircularBuffer(idleQueue.filter { idleSince[$0.key] == $0.turn })
    }
  }

  fileprivate mutating func removeLongestIdle() -> (any Channel)? {
    while let (key, turn) = idleQueue.popFirst() {
      guard idleSince[key] == turn else { continue }
      idleSince[key] = nil
      return channels.removeValue(forKey: key)
    }
    return nil
  }
}
