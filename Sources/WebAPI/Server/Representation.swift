/// A form in which something can be sent.
enum Representation: String, Sendable, CaseIterable {
  case json = "application/json"
  case html = "text/html"
  case markdown = "text/markdown"

  /// The value of `Content-Type`.
  var contentType: String {
    self == .json ? rawValue : "\(rawValue); charset=utf-8"
  }

  /// The form that an `Accept` header (RFC 9110, 12.5.1) likes best of those offered; the first
  /// offered where it has no preference, nil where it accepts none.
  static func preferred(by accept: String?, of offered: [Representation]) -> Representation? {
    guard let accept, accept.contains(where: { $0 != " " }) else { return offered.first }
    let ranges = accept.split(separator: ",").compactMap(MediaRange.init)
    let rated = offered.map { form in (form, MediaRange.quality(of: form.rawValue, in: ranges)) }
    let best = rated.map(\.1).max() ?? 0
    return best > 0 ? rated.first { $0.1 == best }?.0 : nil
  }
}

/// One entry of an `Accept` header, such as `text/*;q=0.5`.
private struct MediaRange {
  let type: Substring
  let subtype: Substring
  let quality: Double

  init?(_ text: Substring) {
    let parts = text.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
    guard let names = parts.first?.split(separator: "/"), names.count == 2 else { return nil }
    type = names[0]
    subtype = names[1]
    let weight = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
    quality = weight.map { Double($0) ?? 0 } ?? 1
  }

  /// The quality that the most specific matching range gives a media type.
  static func quality(of mediaType: String, in ranges: [MediaRange]) -> Double {
    let names = mediaType.split(separator: "/")
    let matches = ranges.compactMap { range -> (specificity: Int, quality: Double)? in
      if range.type == "*" { return (0, range.quality) }
      guard range.type == names[0] else { return nil }
      if range.subtype == "*" { return (1, range.quality) }
      return range.subtype == names[1] ? (2, range.quality) : nil
    }
    return matches.max { $0.specificity < $1.specificity }?.quality ?? 0
  }
}
