import Documents
package import Retrieval

/// A stretch of a document around a passage: its section at first, wider on request.
package struct Excerpt: Sendable {
  /// Sections longer than this many passages on either side are cut.
  private static let reach = 40

  /// The passage it is about.
  package let focus: IndexedPassage
  private let index: any PassageIndex
  /// The first and last passage shown.
  private var passages: ClosedRange<Int>

  /// The section that a passage stands in.
  package init(around focus: IndexedPassage, in index: any PassageIndex) throws {
    self.focus = focus
    self.index = index
    let position = focus.ordinal.index
    passages = position...position
    passages = try Self.section(of: position, in: index)
  }

  /// With the sections before and after; nil where the document has no more.
  package func extended() throws -> Excerpt? {
    var wider = self
    let first = passages.lowerBound - 1
    let last = passages.upperBound + 1
    if try isInDocument(first) {
      wider.passages = try Self.section(of: first, in: index).lowerBound...passages.upperBound
    }
    if try isInDocument(last) {
      wider.passages =
        wider.passages.lowerBound...(try Self.section(of: last, in: index).upperBound)
    }
    return wider.passages == passages ? nil : wider
  }

  /// The words before the passage, its own, and those after it, verbatim.
  package func parts() throws -> (before: String, own: String, after: String) {
    let source = try index.text(ofDocumentAt: focus.document)
    let first = try index.passage(at: PassageOrdinal(passages.lowerBound)).passage
    let last = try index.passage(at: PassageOrdinal(passages.upperBound)).passage
    let own = focus.passage.range.clamped(to: source.fullRange)
    let start = min(first.leadIn?.lowerBound ?? first.range.lowerBound, own.lowerBound)
    let end = min(max(last.range.upperBound, own.upperBound), source.fullRange.upperBound)
    return (
      source.string(in: start..<own.lowerBound), source.string(in: own),
      source.string(in: own.upperBound..<end)
    )
  }

  /// The passage's document, whole: its words before the passage, the passage's, and those after.
  package func wholeDocument() throws -> (before: String, own: String, after: String) {
    let source = try index.text(ofDocumentAt: focus.document)
    let own = focus.passage.range.clamped(to: source.fullRange)
    return (
      source.string(in: 0..<own.lowerBound), source.string(in: own),
      source.string(in: own.upperBound..<source.fullRange.upperBound)
    )
  }

  private func isInDocument(_ position: Int) throws -> Bool {
    guard (0..<index.passages.count).contains(position) else { return false }
    return index.passages.documents[position] == index.passages.documents[focus.ordinal.index]
  }

  /// The passages of the section that holds the one at a position.
  private static func section(
    of position: Int, in index: any PassageIndex
  ) throws -> ClosedRange<Int> {
    let own = try index.passage(at: PassageOrdinal(position))
    func isSame(_ other: Int) throws -> Bool {
      guard (0..<index.passages.count).contains(other), abs(other - position) <= reach else {
        return false
      }
      let passage = try index.passage(at: PassageOrdinal(other))
      return passage.document == own.document && passage.passage.section == own.passage.section
    }
    var first = position
    var last = position
    while try isSame(first - 1) { first -= 1 }
    while try isSame(last + 1) { last += 1 }
    return first...last
  }
}
