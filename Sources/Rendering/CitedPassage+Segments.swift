import Documents
package import Retrieval

/// A run of a passage's text that is shown in one way.
package struct PassageSegment: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// A word that the question asked for, in the answering sentence or elsewhere.
    case highlight
    /// The answering sentence.
    case quote
    case context
  }

  package let kind: Kind
  package let text: String
}

extension CitedPassage {
  /// The passage cut into highlights, quote and context; joined again they are its text, exactly.
  package var segments: [PassageSegment] { segments(of: passage.text) }

  /// The same of a text that stands for the passage's, byte for byte as long.
  package func segments(of text: String) -> [PassageSegment] {
    let utf8 = Array(text.utf8)
    let start = passage.passage.range.lowerBound
    var bounds: Set<Int> = [0, utf8.count]
    for range in highlights + [quote] {
      bounds.insert(range.lowerBound - start)
      bounds.insert(range.upperBound - start)
    }
    let cuts = bounds.filter { (0...utf8.count).contains($0) }.sorted()
    return zip(cuts, cuts.dropFirst()).map { lower, upper in
      let isHighlight = highlights.contains { $0.contains(start + lower) }
      let kind: PassageSegment.Kind =
        isHighlight ? .highlight : quote.contains(start + lower) ? .quote : .context
      return PassageSegment(kind: kind, text: String(decoding: utf8[lower..<upper], as: UTF8.self))
    }
  }
}
