import CoreMetrics
import HTTPTypes
import HummingbirdTesting
import Logging
import Synchronization
import Testing

@testable import WebAPI

@Suite("What the server keeps to itself")
struct PrivacyTests {
  /// Holds all lines that are logged, at every level.
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock(\.self) }

    func logger() -> Logger {
      var logger = Logger(label: "test") { label in
        JSONLogHandler(label: label) { line in self.lines.withLock { $0.append(line) } }
      }
      logger.logLevel = .trace
      return logger
    }
  }

  @Test("a question asked 1,000 times is found in no log and no metric")
  func canary() async throws {
    let canary = "kanarifuglen"
    let lines = Lines()
    let metrics = try await Server.test(live: true, logger: lines.logger()) { client in
      for number in 0..<250 {
        let text = "\(canary)\(number)"
        _ = try await client.ask(#"{"question": "\#(text) ferie", "history": ["\#(text)"]}"#)
        _ = try await client.ask(#"{"question": "\#(text)", "\#(text)": 1}"#)
        _ = try await client.send(.get, "/ask?q=\(text)&limit=\(text)")
        _ = try await client.send(.get, "/\(text)/\(text)?\(text)", [.origin: text])
      }
      return try await client.send(.get, "/metrics").text
    }
    #expect(lines.all.count >= 1_000)
    #expect(
      lines.all.allSatisfy {
        !$0.contains(canary) && !$0.contains("127.0.0.1:") || $0.contains("listening")
      })
    #expect(!metrics.contains(canary))
    #expect(metrics.contains("tillit_answers_total"))
  }

  @Test("a log line names the endpoint, the status and the request, and no more")
  func logLine() async throws {
    let lines = Lines()
    try await Server.test(logger: lines.logger()) { client in
      let response = try await client.send(.get, "/documents/secret.md?x=secret")
      let line = try #require(lines.all.first { $0.contains("answered") })
      #expect(line.contains(#""endpoint":"/documents/{id}""#))
      #expect(line.contains(#""status":"404""#))
      #expect(line.contains(try #require(response.headers[.requestID])))
      #expect(!line.contains("secret"))
    }
  }

  @Test("metrics are in Prometheus's text format, with bounded labels")
  func metrics() async throws {
    try await Server.test { client in
      _ = try await client.ask(#"{"question": "ferie"}"#)
      _ = try await client.ask(#"{"question": "zzz"}"#)
      for number in 0..<20 {
        _ = try await client.send(try #require(.init("M\(number)")), "/path\(number)")
      }
      let response = try await client.send(.get, "/metrics")
      #expect(response.headers[.contentType]?.hasPrefix("text/plain; version=0.0.4") == true)
      let text = response.text
      #expect(text.contains("tillit_answers_total{status=\"answered\"} 1\n"))
      #expect(text.contains("tillit_answers_total{status=\"not_found\"} 1\n"))
      #expect(text.contains("# TYPE tillit_request_duration_seconds histogram\n"))
      #expect(text.contains("tillit_index_documents 2.0\n"))
      #expect(!text.contains("path1"))
      #expect(
        text.contains(
          "tillit_responses_total{endpoint=\"(none)\",method=\"other\",status=\"404\"} 20\n"))
      let sample =
        /[a-z_]+(\{[a-z_]+="[^"\n]*"(,[a-z_]+="[^"\n]*")*\})? -?[0-9.e+-]+|# (HELP|TYPE) .+/
      for line in text.split(separator: "\n") {
        #expect(line.wholeMatch(of: sample) != nil, "\(line)")
      }
    }
  }

  @Test("a histogram's buckets count all that is at most their bound")
  func histogram() {
    let metrics = PrometheusMetrics(help: [:])
    let timer = metrics.makeTimer(label: "t", dimensions: [("a", "b\"\\\n")])
    for milliseconds in [1, 3, 3, 70_000] {
      timer.recordNanoseconds(Int64(milliseconds) * 1_000_000)
    }
    let lines = metrics.text.split(separator: "\n")
    #expect(lines.contains(#"t_bucket{a="b\"\\\n",le="0.001"} 1"#))
    #expect(lines.contains(#"t_bucket{a="b\"\\\n",le="0.0025"} 1"#))
    #expect(lines.contains(#"t_bucket{a="b\"\\\n",le="0.005"} 3"#))
    #expect(lines.contains(#"t_bucket{a="b\"\\\n",le="10.0"} 3"#))
    #expect(lines.contains(#"t_bucket{a="b\"\\\n",le="+Inf"} 4"#))
    #expect(lines.contains(#"t_count{a="b\"\\\n"} 4"#))
  }
}
