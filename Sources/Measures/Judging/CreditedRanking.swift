/// Which judgement each passage of a run is credited with.
///
/// Each judgement counts once, at its first appearance: overlapping and repeated passages gain
/// nothing. A passage that holds several is credited with the best; the others are met with it.
package struct CreditedRanking: Sendable, Equatable {
  /// By rank, a position among the question's judgements; nil for a passage that holds none, or
  /// none that wasn't met before.
  package let credits: [Int?]

  /// Credits the first `depth` passages of a run.
  package init(_ entry: RunEntry, for question: EvaluationQuestion, depth: Int) {
    let judgements = question.judgements
    let parts = judgements.map(JudgedPart.init)
    var met: Set<Int> = []
    credits = entry.passages.prefix(depth).map { passage in
      let named = judgements.indices.filter {
        !met.contains($0) && judgements[$0].names(document: passage.document)
      }
      guard !named.isEmpty else { return nil }
      let text = ComparableText(passage.text)
      let held = named.filter { parts[$0].isHeld(by: passage, text) }
      met.formUnion(held)
      return held.max { (judgements[$0].grade, $1) < (judgements[$1].grade, $0) }
    }
  }
}

/// A judged part of a document, prepared for comparison.
struct JudgedPart {
  private let quote: ComparableText?
  private let range: ByteRange?

  init(_ judgement: Judgement) {
    quote = judgement.quote.map(ComparableText.init)
    range = judgement.range
  }

  /// Whether a passage of the same document holds the quote or, where there is none, the range.
  func isHeld(by passage: RunEntry.Passage, _ text: ComparableText) -> Bool {
    if let quote { return text.holds(quote) }
    return isCovered(by: passage.range)
  }

  /// Whether an answering sentence is in the judged part, or the part in the sentence.
  func meets(_ sentence: RunEntry.Quote) -> Bool {
    if let quote {
      let text = ComparableText(sentence.text)
      return text.holds(quote) || quote.holds(text)
    }
    guard let range, let own = sentence.range else { return false }
    return range.overlap(with: own) > 0
  }

  private func isCovered(by other: ByteRange?) -> Bool {
    guard let range, let other, range.end > range.start else { return false }
    return Double(range.overlap(with: other))
      >= Judgement.coveredShare * Double(range.end - range.start)
  }
}
