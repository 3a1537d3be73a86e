import Foundation
import HTTPTypes
import HummingbirdTesting
import Logging
import Metrics
import Retrieval
import Synchronization
import Testing

@testable import WebAPI

@Suite("Refreshing the index")
struct RefreshTests {
  /// An index all of whose passages name its version.
  private static func served(_ version: Int) throws -> ServedIndex {
    let sections = (1...5).map { "## Ferie \($0)\n\nFerie etter utgave\(version) er lang.\n\n" }
    let index = try Server.index(["ferie.md": "# Ferie\n\n" + sections.joined()])
    return ServedIndex(
      assistant: Assistant(index: index), version: "v\(version)", builtAt: .distantPast)
  }

  @Test("50 swaps under load: no answer fails, and none mixes two indexes")
  func swaps() async throws {
    let indexes = try (0..<50).map(Self.served)
    let provider = SwappableProvider(indexes[0])
    let seen = try await Server.test(provider: provider) { client in
      try await withThrowingTaskGroup(of: Set<String>.self) { group in
        for _ in 0..<4 {
          group.addTask {
            var seen: Set<String> = []
            for _ in 0..<60 { seen.insert(try await Self.check(client)) }
            return seen
          }
        }
        group.addTask {
          for index in indexes {
            provider.swap(to: index)
            _ = try await Self.check(client)
          }
          return []
        }
        return try await group.reduce(into: Set<String>()) { $0.formUnion($1) }
      }
    }
    #expect(seen.count > 1)
  }

  /// Asks once, and returns the version that answered, throughout.
  private static func check(_ client: any TestClientProtocol) async throws -> String {
    let response = try await client.ask(#"{"question": "ferie"}"#)
    let version = try #require(response.headers[.indexVersion])
    let passages = try #require(try response.object["passages"] as? [[String: Any]])
    #expect(response.status == .ok)
    #expect(passages.count == 5)
    for passage in passages {
      let text = try #require(passage["text"] as? String)
      #expect(text.contains("utgave\(version.dropFirst()) "))
    }
    return version
  }

  /// Gives one index after another, or fails to.
  private final class ListedSource: IndexSource {
    struct Failed: Error {}

    private let results: Mutex<[Result<ServedIndex, Failed>]>

    init(_ results: [Result<ServedIndex, Failed>]) { self.results = Mutex(results) }

    func start() throws -> ServedIndex { try load() }

    func load() throws -> ServedIndex {
      try results.withLock { try $0.removeFirst().get() }
    }

    func hasChanged(since served: ServedIndex) -> Bool { results.withLock { !$0.isEmpty } }

    func message(for error: any Error) -> String { "failed" }
  }

  @Test("the old index answers until a new one is there, and after a refresh that fails")
  func failures() throws {
    let (old, new) = (try Self.served(1), try Self.served(2))
    let prometheus = PrometheusMetrics(help: [:])
    let index = try RefreshedIndex(
      from: ListedSource([.success(old), .failure(.init()), .success(new)]), every: .zero,
      metrics: ServerMetrics(factory: prometheus),
      logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    #expect(index.current.version == "v1")
    index.refreshIfChanged()
    #expect(index.current.version == "v1")
    #expect(prometheus.text.contains(#"tillit_index_refreshes_total{outcome="failed"} 1"#))
    index.refreshIfChanged()
    #expect(index.current.version == "v2")
    index.refreshIfChanged()
    #expect(prometheus.text.contains(#"tillit_index_refreshes_total{outcome="succeeded"} 1"#))
  }
}
