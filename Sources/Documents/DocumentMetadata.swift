/// What is known about a document besides its text, from front matter or `sources.yaml`.
package struct DocumentMetadata: Sendable, Equatable, Codable {
  package var title: String?
  package var shortTitle: String?
  package var publisher: String?
  package var kind: String?
  package var language: String?
  package var adopted: String?
  package var inForceFrom: String?
  package var inForceTo: String?
  package var lastChanged: String?
  package var supersedes: String?
  package var level: String?
  package var url: String?
  /// Keys that Tillit gives no meaning, kept as they were written.
  package var other: [String: String] = [:]

  package init() {}

  /// The date that a citation shows: last change, else in force, else adopted.
  package var citedDate: String? { lastChanged ?? inForceFrom ?? adopted }

  /// All fields that are set, by key, in byte order.
  package var sorted: [String] {
    let own = Self.fields.compactMap { key, path in self[keyPath: path].map { "\(key): \($0)" } }
    return (own + other.map { "\($0): \($1)" }).sorted()
  }

  /// Takes over every field that is set in `overrides`.
  package func merging(_ overrides: Self) -> Self {
    var merged = self
    for path in Self.fields.values {
      if let value = overrides[keyPath: path] { merged[keyPath: path] = value }
    }
    merged.other.merge(overrides.other) { _, new in new }
    return merged
  }

  /// Sets a field by its key in a metadata file; `source` counts as the address when it is one.
  package mutating func set(_ key: String, to value: String) {
    if let path = Self.fields[key] {
      self[keyPath: path] = value
    } else if key == "source", value.hasPrefix("https://") || value.hasPrefix("http://") {
      url = value
    } else {
      other[key] = value
    }
  }

  private static var fields: [String: WritableKeyPath<Self, String?>] {
    [
      "title": \.title, "short_title": \.shortTitle, "publisher": \.publisher, "kind": \.kind,
      "language": \.language, "adopted": \.adopted, "in_force_from": \.inForceFrom,
      "in_force_to": \.inForceTo, "last_changed": \.lastChanged, "supersedes": \.supersedes,
      "level": \.level, "url": \.url,
    ]
  }
}
