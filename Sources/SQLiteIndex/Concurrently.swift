import Dispatch
import Synchronization

/// Runs two pieces of work at once, on two threads. Throws what the first throws, else what the
/// second throws.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
  let firstResult = Mutex<Result<First, any Error>?>(nil)
  let secondResult = Mutex<Result<Second, any Error>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { iteration in
    if iteration == 0 {
      let result = Result { try first() }
      firstResult.withLock { $0 = result }
    } else {
      let result = Result { try second() }
      secondResult.withLock { $0 = result }
    }
  }
  guard let firstResult = firstResult.withLock(\.self),
    let secondResult = secondResult.withLock(\.self)
  else { preconditionFailure("concurrentPerform waits for all iterations") }
  return (try firstResult.get(), try secondResult.get())
}
