import Foundation
import Measures
import Retrieval
import SQLiteIndex
import Synchronization

/// How many answers a second some threads make together, and how long each takes: what a server
/// with as many threads is held against.
struct ConcurrentAnswers {
  /// How long is measured, after a round to warm up.
  static let duration = Duration.seconds(15)

  let assistant: Assistant
  let questions: [Question]
  let threadCount: Int

  struct Result {
    let perSecond: Double
    let timings: Timings
  }

  func run() throws -> Result {
    for question in questions { _ = try assistant.answer(to: question) }
    let all = Mutex<[Timings]>([])
    let problem = Mutex<(any Error)?>(nil)
    let end = ContinuousClock.now + Self.duration
    DispatchQueue.concurrentPerform(iterations: threadCount) { thread in
      var timings = Timings("answer")
      var next = thread * questions.count / threadCount
      do {
        while ContinuousClock.now < end {
          let question = questions[next % questions.count]
          _ = try timings.measure { try assistant.answer(to: question) }
          next += 1
        }
      } catch {
        problem.withLock { $0 = error }
      }
      all.withLock { $0.append(timings) }
    }
    if let error = problem.withLock(\.self) { throw error }
    var timings = Timings("answer")
    for part in all.withLock(\.self) { timings.add(part) }
    return Result(
      perSecond: Double(timings.count) / (Self.duration / .seconds(1)), timings: timings)
  }
}
