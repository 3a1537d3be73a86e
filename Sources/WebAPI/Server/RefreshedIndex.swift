import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Where the index that a server answers from comes from.
package protocol IndexSource: Sendable {
  /// The index that is there, whether or not the texts have changed since: a server that starts
  /// anew mustn't wait for a build. Built first if there is none.
  func start() throws -> ServedIndex

  /// The index of the texts as they are now, built first if it is missing or stale; the one before
  /// where that can't be done now.
  func load() throws -> ServedIndex

  /// Whether the texts have changed since an index of them was loaded.
  func hasChanged(since served: ServedIndex) throws -> Bool

  /// An error of these, as the log is to have it.
  func message(for error: any Error) -> String
}

/// The index that a server answers from, renewed when the texts have changed: at the start, every so
/// often, and at SIGHUP. The old one answers until the new one is complete, and after a refresh that
/// fails.
final class RefreshedIndex: AssistantProvider, Service {
  private enum Work { case idle, running, runningAndAskedAgain }

  private let source: any IndexSource
  private let interval: Duration
  private let metrics: ServerMetrics
  private let logger: Logger
  private let served: Mutex<ServedIndex>
  private let work = Mutex(Work.idle)

  /// Loads the index. Without an interval only SIGHUP renews it.
  init(
    from source: any IndexSource, every interval: Duration, metrics: ServerMetrics, logger: Logger
  ) throws {
    self.source = source
    self.interval = interval
    self.metrics = metrics
    self.logger = logger
    served = Mutex(try source.start())
  }

  var current: ServedIndex { served.withLock(\.self) }

  func run() async throws {
    refresh()
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.refreshAtSignals() }
      if interval > .zero { group.addTask { await self.refreshAtIntervals() } }
    }
  }

  private func refreshAtSignals() async {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      refresh()
    }
  }

  private func refreshAtIntervals() async {
    await cancelWhenGracefulShutdown { [self] in
      do {
        while true {
          try await Task.sleep(for: interval)
          refresh()
        }
      } catch {
        // Cancelled: the server is stopping.
      }
    }
  }

  /// Reads the texts on a thread of its own: it takes long, and Swift's are for the connections.
  /// Nothing waits for it, or a server that is to stop would.
  private func refresh() {
    let begins = work.withLock { work in
      defer { work = work == .idle ? .running : .runningAndAskedAgain }
      return work == .idle
    }
    guard begins else { return }
    Thread.detachNewThread { [self] in
      repeat { refreshIfChanged() } while isAskedAgain()
    }
  }

  /// Whether another refresh was asked for during the last; if not, there is no more work.
  private func isAskedAgain() -> Bool {
    work.withLock { work in
      work = work == .runningAndAskedAgain ? .running : .idle
      return work == .running
    }
  }

  /// Renews the index if the texts have changed; what goes wrong is logged and counted.
  func refreshIfChanged() {
    do {
      guard try source.hasChanged(since: current) else { return }
      let new = try source.load()
      guard new.version != current.version else { return }
      served.withLock { $0 = new }
      metrics.countRefresh(succeeded: true)
      logger.notice("index refreshed", metadata: ["version": "\(new.version)"])
    } catch {
      metrics.countRefresh(succeeded: false)
      logger.error(
        "index not refreshed; the old one answers",
        metadata: ["error": "\(source.message(for: error))"])
    }
  }
}
