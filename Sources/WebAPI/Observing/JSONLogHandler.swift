package import Logging
import Foundation
import Rendering
import Synchronization

/// Writes logs as JSON Lines: `time`, `level`, `message` and the metadata.
package struct JSONLogHandler: LogHandler {
  package var logLevel = Logger.Level.info
  package var metadata: Logger.Metadata = [:]
  package var metadataProvider: Logger.MetadataProvider?
  private let label: String
  private let output: @Sendable (String) -> Void

  /// `output` takes whole lines, from any thread.
  package init(label: String, output: @escaping @Sendable (String) -> Void) {
    self.label = label
    self.output = output
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    var fields = (metadataProvider?.get() ?? [:]).merging(metadata) { _, new in new }
    fields.merge(event.metadata ?? [:]) { _, new in new }
    var line = fields.mapValues { "\($0)" }
    line["time"] = Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    line["level"] = event.level.rawValue
    line["label"] = label
    line["message"] = "\(event.message)"
    if let error = event.error { line["error"] = "\(error)" }
    output(line.json + "\n")
  }
}
