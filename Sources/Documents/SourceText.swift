/// The text of a source file as UTF-8 bytes. All ranges in Tillit are byte ranges into it.
///
/// For a UTF-8 file the bytes are the file's own; for other encodings they are the decoded text's.
package struct SourceText: Sendable, Equatable {
  package let utf8: [UInt8]
  /// Byte offsets at which lines begin; the first is 0.
  private let lineStarts: [Int]
  /// Byte offsets of form feeds, which `pdftotext` writes between pages.
  private let pageBreaks: [Int]

  package init(utf8: [UInt8]) {
    self.utf8 = utf8
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
    let formFeed = UInt8(ascii: "\u{0C}")
    pageBreaks =
      utf8.contains(formFeed) ? utf8.indices.filter { utf8[$0] == formFeed } : []
  }

  package init(_ text: String) { self.init(utf8: Array(text.utf8)) }

  package var fullRange: Range<Int> { 0..<utf8.count }

  /// The text of a byte range, verbatim.
  package func string(in range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  /// The number, from 1, of the line that holds a byte offset.
  package func lineNumber(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The number, from 1, of the page that holds a byte offset, or nil where the text has no page
  /// breaks.
  package func pageNumber(at offset: Int) -> Int? {
    pageBreaks.isEmpty ? nil : 1 + pageBreaks.count { $0 < offset }
  }

  /// The ranges of the lines, without their line ends (`\n` or `\r\n`).
  package var lines: [Range<Int>] {
    lineStarts.indices.map { index in
      let start = lineStarts[index]
      var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : utf8.count
      if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      return start..<end
    }
  }

  /// The range without white space at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, let length = spaceLength(at: start, before: end) { start += length }
    while end > start, let length = spaceLength(endingAt: end, after: start) { end -= length }
    return start..<end
  }

  /// How many white-space separated words a range holds.
  package func wordCount(in range: Range<Int>) -> Int {
    var count = 0
    var inWord = false
    var offset = range.lowerBound
    while offset < range.upperBound {
      if let length = spaceLength(at: offset, before: range.upperBound) {
        inWord = false
        offset += length
      } else {
        if !inWord { count += 1 }
        inWord = true
        offset += 1
      }
    }
    return count
  }

  /// The length in bytes of the white space at an offset, nil where there is none.
  func spaceLength(at offset: Int, before end: Int) -> Int? {
    switch utf8[offset] {
    case 0x09...0x0D, 0x20: 1
    case 0xC2 where offset + 1 < end && utf8[offset + 1] == 0xA0: 2
    case 0xEF where offset + 2 < end && utf8[offset + 1] == 0xBB && utf8[offset + 2] == 0xBF: 3
    default: nil
    }
  }

  private func spaceLength(endingAt end: Int, after start: Int) -> Int? {
    switch utf8[end - 1] {
    case 0x09...0x0D, 0x20: 1
    case 0xA0 where end - 2 >= start && utf8[end - 2] == 0xC2: 2
    default: nil
    }
  }
}
