import Documents

/// A heading of a page of questions, `topic: sources`: what is asked about, and where the answer
/// stands.
struct AskedHeading {
  let topic: String
  /// Names of texts with their provisions, or with headings of their sections in guillemets.
  let sources: String

  /// Nil for a heading that leads nowhere.
  init?(_ heading: String) {
    guard let colon = heading.ranges(of: ": ").last else { return nil }
    topic = String(heading[..<colon.lowerBound])
    sources = String(heading[colon.upperBound...])
  }

  /// The headings of sections that have no number to go by.
  var sectionHeadings: [String] {
    sources.split(separator: "«", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.split(separator: "»", omittingEmptySubsequences: false).first.map(String.init)
    }
  }
}

extension DocumentMetadata {
  /// A page of what people ask, whose headings tell where the answers stand.
  var isAskedPage: Bool { kind == "asked" }
}
