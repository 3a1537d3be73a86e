import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals

/// Where the index that a server answers from comes from.
package protocol IndexSource: Sendable {
  /// The index of the texts as they are now, built first if it is missing or stale.
  func load() throws -> ServedIndex

  /// Whether the texts have changed since an index of them was loaded.
  func hasChanged(since served: ServedIndex) throws -> Bool

  /// An error of these, as the log is to have it.
  func message(for error: any Error) -> String
}

/// The index that a server answers from, renewed when the texts have changed: every so often, and
/// at SIGHUP. The old one answers until the new one is complete, and after a refresh that fails.
final class RefreshedIndex: AssistantProvider, Service {
  private let source: any IndexSource
  private let interval: Duration
  private let metrics: ServerMetrics
  private let logger: Logger
  private let served: Mutex<ServedIndex>

  /// Loads the index. Without an interval only SIGHUP renews it.
  init(
    from source: any IndexSource, every interval: Duration, metrics: ServerMetrics, logger: Logger
  ) throws {
    self.source = source
    self.interval = interval
    self.metrics = metrics
    self.logger = logger
    served = Mutex(try source.load())
  }

  var current: ServedIndex { served.withLock(\.self) }

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.refreshAtSignals() }
      if interval > .zero { group.addTask { await self.refreshAtIntervals() } }
    }
  }

  private func refreshAtSignals() async {
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      await refresh()
    }
  }

  private func refreshAtIntervals() async {
    await cancelWhenGracefulShutdown { [self] in
      do {
        while true {
          try await Task.sleep(for: interval)
          await refresh()
        }
      } catch {
        // Cancelled: the server is stopping.
      }
    }
  }

  /// Reads the texts on a thread of its own: it takes long, and Swift's are for the connections.
  private func refresh() async {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        self.refreshIfChanged()
        continuation.resume()
      }
    }
  }

  /// Renews the index if the texts have changed; what goes wrong is logged and counted.
  func refreshIfChanged() {
    do {
      guard try source.hasChanged(since: current) else { return }
      let new = try source.load()
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
