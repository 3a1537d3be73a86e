import NIOPosix
import ServiceLifecycle
import Synchronization

/// The threads that answer. Ranking would hold up every connection if it ran on the event loops or
/// in Swift's own thread pool.
package final class AnswerPool: Service {
  private let threads: NIOThreadPool
  private let capacity: Int
  private let patience: Duration
  private let pending = Mutex(0)

  /// `queueLimit` requests may wait for a thread, none longer than `patience`.
  package init(threadCount: Int, queueLimit: Int = 64, patience: Duration = .seconds(2)) {
    threads = NIOThreadPool(numberOfThreads: threadCount)
    threads.start()
    capacity = threadCount + queueLimit
    self.patience = patience
  }

  /// Keeps the threads until the service group shuts down.
  package func run() async throws {
    do {
      try await gracefulShutdown()
    } catch {
      // Cancelled: there is no more to wait for.
    }
    try await threads.shutdownGracefully()
  }

  /// Runs work on a thread of its own. Throws a `Problem` when too much is waiting already.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try enter()
    defer { pending.withLock { $0 -= 1 } }
    let arrival = ContinuousClock.now
    return try await threads.runIfActive { [patience] in
      guard ContinuousClock.now - arrival <= patience else {
        throw Problem.overloaded("no thread was free in time; try again")
      }
      return try work()
    }
  }

  /// Whether nothing is running or waiting.
  var isIdle: Bool { pending.withLock { $0 == 0 } }

  private func enter() throws {
    let isFull = pending.withLock { pending in
      if pending >= capacity { return true }
      pending += 1
      return false
    }
    if isFull { throw Problem.overloaded("too many questions at once; try again") }
  }
}
