/// Cuts a section into passages of whole sentences.
package struct Chunker: Sendable {
  /// Lengths in words. 100 words with 25 % overlap answered best for the reading they cost
  /// (NorQuAD and SQuAD, 60–250 words compared); statutes' short sections pull the mean down, so
  /// the target lies somewhat above.
  package struct Lengths: Sendable, Equatable {
    /// A passage is closed when the next sentence would take it beyond this.
    package var target = 140
    /// A section up to this length is one passage.
    package var whole = 170
    /// How much of a passage stands again at the start of the next.
    package var overlap = 35
    /// A shorter remainder joins the passage before it.
    package var tail = 25

    package init() {}
  }

  /// Changes whenever the same text would be cut differently.
  package static let version = 2

  private let lengths: Lengths

  package init(lengths: Lengths = Lengths()) { self.lengths = lengths }

  func passages(
    of section: Section, sentences: [Sentence], in source: SourceText, document: DocumentID
  ) -> [Passage] {
    let pieces = sentences.flatMap { self.pieces(of: $0, in: source) }
    return groups(of: pieces.map { source.wordCount(in: $0.range) }).enumerated()
      .map { index, group in
        let members = pieces[group]
        let range =
          pieces[group.lowerBound].range.lowerBound..<pieces[group.upperBound - 1].range.upperBound
        let leadIn = pieces[group.lowerBound].leadIn
        return Passage(
          id: PassageID(document: document, anchor: section.anchor, ordinal: index + 1),
          section: section.index, ordinal: index + 1, range: range, sentences: members.map(\.range),
          leadIn: leadIn.flatMap { $0.upperBound <= range.lowerBound ? $0 : nil },
          ledd: ledd(of: section, in: range))
      }
  }

  /// Runs of pieces that make up one passage each, in order, overlapping by whole pieces.
  private func groups(of words: [Int]) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    if words.reduce(0, +) <= lengths.whole { return [0..<words.count] }
    var groups: [Range<Int>] = []
    var start = 0
    while start < words.count {
      var end = start + 1
      var total = words[start]
      while end < words.count, total + words[end] <= lengths.target {
        total += words[end]
        end += 1
      }
      let rest = words[end...].reduce(0, +)
      if rest < lengths.tail { end = words.count }
      groups.append(start..<end)
      if end == words.count { break }
      start = max(nextStart(before: end, words), start + 1)
    }
    return groups
  }

  /// Goes back from a passage's end by as many whole pieces as the overlap has room for.
  private func nextStart(before end: Int, _ words: [Int]) -> Int {
    var start = end
    var total = 0
    while start > 0, total + words[start - 1] <= lengths.overlap {
      start -= 1
      total += words[start]
    }
    return start
  }

  /// A sentence of more than a passage is cut at line ends, semicolons or commas, else at words.
  private func pieces(of sentence: Sentence, in source: SourceText) -> [Sentence] {
    guard source.wordCount(in: sentence.range) > lengths.whole else { return [sentence] }
    var pieces: [Sentence] = []
    var start = sentence.range.lowerBound
    while start < sentence.range.upperBound {
      let end = pieceEnd(from: start, before: sentence.range.upperBound, in: source)
      let range = source.trimmed(start..<end)
      if !range.isEmpty {
        var piece = sentence
        piece.range = range
        piece.startsParagraph = sentence.startsParagraph && pieces.isEmpty
        pieces.append(piece)
      }
      start = end
    }
    return pieces
  }

  private func pieceEnd(from start: Int, before end: Int, in source: SourceText) -> Int {
    var words = 0
    var lastBreak: Int?
    var offset = start
    var inWord = false
    while offset < end {
      if let length = source.spaceLength(at: offset, before: end) {
        let previous = offset > start ? source.utf8[offset - 1] : 0
        let isBreak =
          source.utf8[offset] == UInt8(ascii: "\n") || previous == UInt8(ascii: ";")
          || previous == UInt8(ascii: ",")
        if isBreak, words > lengths.tail { lastBreak = offset }
        if words >= lengths.target * 3 / 4 { return lastBreak ?? offset }
        inWord = false
        offset += length
      } else {
        if !inWord { words += 1 }
        inWord = true
        offset += 1
      }
    }
    return end
  }

  private func ledd(of section: Section, in range: Range<Int>) -> ClosedRange<Int>? {
    let touched = section.ledd.filter { $0.range.overlaps(range) }.map(\.number)
    guard let first = touched.min(), let last = touched.max() else { return nil }
    return first...last
  }
}
