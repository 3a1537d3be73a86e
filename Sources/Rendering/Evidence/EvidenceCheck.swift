package import Documents

/// Holds an evidence pack against the sources as they are now.
package struct EvidenceCheck: Sendable {
  /// A source as it is now.
  package struct Source: Sendable {
    package let text: [UInt8]
    package let contentHash: String

    package init(text: [UInt8], contentHash: String) {
      self.text = text
      self.contentHash = contentHash
    }
  }

  /// How a quoted passage stands to its source.
  package enum Finding: Sendable, Equatable {
    /// The same words in the same place.
    case unchanged
    /// The same words elsewhere in the source, at this byte.
    case moved(to: Int)
    /// The source no longer holds these words.
    case changed
    /// There is no such source.
    case gone
    /// The pack's own words don't match its digests.
    case contradictory

    package var isSound: Bool {
      switch self {
      case .unchanged, .moved: true
      case .changed, .gone, .contradictory: false
      }
    }
  }

  private let source: @Sendable (DocumentID) -> Source?

  package init(source: @escaping @Sendable (DocumentID) -> Source?) { self.source = source }

  package func finding(for passage: EvidencePack.Passage) -> Finding {
    let text = Array(passage.text.utf8)
    guard ContentHash.of(text) == passage.textHash, passage.quoteText != nil,
      passage.range.end - passage.range.start == text.count
    else { return .contradictory }
    guard let source = source(DocumentID(passage.document)) else { return .gone }
    let start = passage.range.start
    if start >= 0, start + text.count <= source.text.count,
      source.text[start..<start + text.count].elementsEqual(text)
    {
      return .unchanged
    }
    return source.text.firstPosition(of: text).map(Finding.moved) ?? .changed
  }
}

extension [UInt8] {
  /// Where another run of bytes first stands.
  fileprivate func firstPosition(of other: [UInt8]) -> Int? {
    guard let first = other.first, other.count <= count else { return nil }
    return (0...(count - other.count)).first { start in
      self[start] == first && self[start..<start + other.count].elementsEqual(other)
    }
  }
}
