import Foundation
import Retrieval
import SQLiteIndex

/// `tillit-bench INDEX QUESTIONS`: medians and 95th percentiles, warm.
///
/// `tillit-bench INDEX QUESTIONS THREADS`: answers a second by so many threads at once.
@main
enum BenchmarkCommand {
  static func main() {
    #if DEBUG
      fail("a debug build's times say nothing; build with `swift build -c release`", code: 69)
    #else
      let arguments = CommandLine.arguments
      let threadCount = arguments.count == 4 ? Int(arguments[3]) : nil
      guard arguments.count == 3 || threadCount.map({ $0 > 0 }) ?? false else {
        fail("usage: tillit-bench INDEX QUESTIONS [THREADS]", code: 64)
      }
      do {
        let benchmark = try Benchmark(indexPath: arguments[1], questionsPath: arguments[2])
        if let threadCount {
          try reportConcurrent(benchmark, threadCount)
        } else {
          try report(benchmark)
        }
      } catch {
        fail("\(error)", code: 65)
      }
    #endif
  }

  private static func report(_ benchmark: Benchmark) throws {
    let index = benchmark.index.texts
    print(
      "\(index.passages.count) passages in \(index.documents.count) documents, "
        + "\(benchmark.questions.count) questions, \(Benchmark.rounds) rounds\n")
    let timings = try benchmark.run()
    print(row("milliseconds", "p50", "p95"))
    for timing in timings {
      print(row(timing.name, figure(timing.percentile(0.5)), figure(timing.percentile(0.95))))
    }
    let ratio = timings[1].percentile(0.5) / timings[0].percentile(0.5)
    print("\nstage 1 is \(Int(ratio)) times faster than FTS5")
  }

  private static func reportConcurrent(_ benchmark: Benchmark, _ threadCount: Int) throws {
    let result = try ConcurrentAnswers(
      assistant: benchmark.index.assistant(), questions: benchmark.questions,
      threadCount: threadCount
    ).run()
    print("\(threadCount) threads: \(figure(result.perSecond)) answers/s")
    print(row("milliseconds", "p50", "p99"))
    let timings = result.timings
    print(row("answer", figure(timings.percentile(0.5)), figure(timings.percentile(0.99))))
  }

  private static func row(_ name: String, _ median: String, _ high: String) -> String {
    name + String(repeating: " ", count: max(1, 30 - name.count))
      + [median, high].map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }

  /// With three decimals.
  private static func figure(_ milliseconds: Double) -> String {
    let thousandths = String(Int((milliseconds * 1000).rounded()))
    let padded = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return padded.dropLast(3) + "." + padded.suffix(3)
  }

  private static func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("tillit-bench: \(message)\n".utf8))
    exit(code)
  }
}
