import Measures

/// What a judge types at a passage.
enum JudgingMark: Equatable {
  /// A grade, for the sentences from the first number to the last, from 1, or the whole passage.
  case grade(Int, sentences: ClosedRange<Int>?)
  /// This passage stays unjudged.
  case skip
  /// So do the question's other passages.
  case next
  case quit

  /// Reads `2`, `1 3`, `2 3-4`, `0`, `s`, `n` or `q`; nil for anything else, and for sentences that
  /// a passage of `sentenceCount` sentences doesn't have.
  init?(_ line: String, sentenceCount: Int) {
    let words = line.split(whereSeparator: \.isWhitespace)
    switch words.first {
    case "s" where words.count == 1: self = .skip
    case "n" where words.count == 1: self = .next
    case "q" where words.count == 1: self = .quit
    case "0" where words.count == 1: self = .grade(0, sentences: nil)
    case "1", "2":
      guard let grade = words.first.flatMap({ Int($0) }), words.count <= 2 else { return nil }
      guard words.count == 2 else {
        self = .grade(grade, sentences: nil)
        return
      }
      guard let sentences = Self.sentences(words[1], of: sentenceCount) else { return nil }
      self = .grade(grade, sentences: sentences)
    default: return nil
    }
  }

  private static func sentences(_ text: Substring, of count: Int) -> ClosedRange<Int>? {
    let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count <= 2, let low = bounds.first ?? nil, let high = bounds.last ?? nil,
      low >= 1, low <= high, high <= count
    else { return nil }
    return low...high
  }
}

extension Judgement {
  /// A judge's grade of a passage, or of some of its sentences; the quote is what stands there.
  init(of passage: JudgeablePassage, grade: Int, sentences: ClosedRange<Int>?) {
    guard let sentences else {
      self.init(
        doc: passage.document, quote: passage.text, range: passage.range, grade: grade,
        shown: passage.range)
      return
    }
    let first = passage.sentences[sentences.lowerBound - 1]
    let last = passage.sentences[sentences.upperBound - 1]
    let start = first.range.start - passage.range.start
    let end = last.range.end - passage.range.start
    let text = String(decoding: Array(passage.text.utf8)[start..<end], as: UTF8.self)
    self.init(
      doc: passage.document, quote: text,
      range: ByteRange(start: first.range.start, end: last.range.end), grade: grade,
      shown: passage.range)
  }
}
