import Foundation
import Synchronization

/// Runs two pieces of work at once, the first on a thread of its own. Throws what the first throws,
/// else what the second throws.
///
/// A thread, since pieces that run two more inside them would wait for each other on a queue.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable () throws -> First, _ second: () throws -> Second
) throws -> (First, Second) {
  let outcome = Mutex<Result<First, any Error>?>(nil)
  let done = DispatchSemaphore(value: 0)
  Thread.detachNewThread {
    let result = Result { try first() }
    outcome.withLock { $0 = result }
    done.signal()
  }
  let secondResult = Result { try second() }
  done.wait()
  guard let firstResult = outcome.withLock({ $0 }) else {
    preconditionFailure("the thread left its outcome before it signalled")
  }
  return (try firstResult.get(), try secondResult.get())
}
