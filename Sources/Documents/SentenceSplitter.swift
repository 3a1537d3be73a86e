/// Finds the sentences of a paragraph.
///
/// A sentence ends at `.`, `!`, `?` or `…` before white space and a capital, a digit or an opening
/// mark, unless the full stop belongs to an abbreviation or an ordinal. Where line breaks are the
/// author's own, a line ends a sentence too, as statutes set out their lists.
struct SentenceSplitter {
  private static let abbreviations: Set<[UInt8]> = Set(
    PackageResources.abbreviations_txt.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }.map(Array.init))

  let source: SourceText
  let endsAtLineBreak: Bool

  func sentences(in range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    func close(at end: Int) {
      let sentence = source.trimmed(start..<end)
      if !sentence.isEmpty { sentences.append(sentence) }
      start = end
    }
    while offset < range.upperBound {
      let byte = source.utf8[offset]
      if endsAtLineBreak, byte == UInt8(ascii: "\n") {
        close(at: offset)
      } else if Self.terminators.contains(byte),
        let next = nextSentence(after: offset, before: range.upperBound),
        byte != UInt8(ascii: ".") || !isAbbreviation(endingAt: offset, from: start)
      {
        close(at: next)
        offset = next
        continue
      }
      offset += 1
    }
    close(at: range.upperBound)
    return sentences
  }

  private static let terminators: Set<UInt8> = [
    UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"),
  ]

  /// Where the next sentence starts, if the terminator at an offset is followed by one.
  private func nextSentence(after terminator: Int, before end: Int) -> Int? {
    let bytes = source.utf8
    var offset = terminator + 1
    while offset < end, let length = closingMarkLength(at: offset) { offset += length }
    let afterMarks = offset
    while offset < end, let length = source.spaceLength(at: offset, before: end) {
      offset += length
    }
    guard offset > afterMarks, offset < end else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"),
      UInt8(ascii: "*"), UInt8(ascii: "["):
      return offset
    case 0xC2 where offset + 1 < end:
      return [0xA7, 0xAB].contains(bytes[offset + 1]) ? offset : nil
    case 0xC3 where offset + 1 < end:
      return (0x80...0x9E).contains(bytes[offset + 1]) ? offset : nil
    case 0xE2: return offset
    default: return nil
    }
  }

  private func closingMarkLength(at offset: Int) -> Int? {
    switch source.utf8[offset] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "*"):
      1
    case 0xC2 where offset + 1 < source.utf8.count && source.utf8[offset + 1] == 0xBB: 2
    case 0xE2
    where offset + 2 < source.utf8.count && source.utf8[offset + 1] == 0x80
      && [0x99, 0x9D].contains(source.utf8[offset + 2]):
      3
    default: nil
    }
  }

  /// Whether the full stop ends a listed abbreviation, an initial or an ordinal.
  private func isAbbreviation(endingAt stop: Int, from start: Int) -> Bool {
    var wordStart = stop
    while wordStart > start, source.spaceLength(at: wordStart - 1, before: stop) == nil,
      source.utf8[wordStart - 1] != UInt8(ascii: "(")
    {
      wordStart -= 1
    }
    let word = source.utf8[wordStart..<stop].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    if word.count == 1, (0x61...0x7A).contains(word[0]) { return true }
    let isOrdinal =
      !word.isEmpty && word.count <= 2 && word.allSatisfy { (0x30...0x39).contains($0) }
    return isOrdinal && wordStart == start || Self.abbreviations.contains(word)
  }
}
