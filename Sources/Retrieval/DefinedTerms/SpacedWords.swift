import Analysis

/// The words of a stretch of text, with what stands between them.
struct SpacedWords {
  private let utf8: [UInt8]
  let words: [Token]

  init(_ utf8: [UInt8], in range: Range<Int>) {
    self.utf8 = utf8
    words = Tokenizer().tokens(in: utf8, range: range).filter { $0.kind != .unit }
  }

  var indices: Range<Int> { words.indices }

  func form(_ position: Int) -> String {
    words.indices.contains(position) ? words[position].form : ""
  }

  /// Whether any of some ASCII characters stands between a word and the one before it.
  func isParted(before position: Int, by marks: Set<UInt8>) -> Bool {
    guard position > 0, position < words.count else { return true }
    return utf8[words[position - 1].range.upperBound..<words[position].range.lowerBound]
      .contains(where: marks.contains)
  }

  /// The byte that follows a word directly, or nil at the end.
  func mark(after position: Int) -> UInt8? {
    let end = words[position].range.upperBound
    return end < utf8.count ? utf8[end] : nil
  }

  /// Whether a word begins what stands in quotation marks.
  func opensQuotation(_ position: Int) -> Bool {
    let before = utf8[..<words[position].range.lowerBound]
    return ["«", "“", "\""].contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// Whether a word ends what stands in quotation marks.
  func closesQuotation(_ position: Int) -> Bool {
    let after = utf8[words[position].range.upperBound...]
    return ["»", "”", "\""].contains { after.starts(with: $0.utf8) }
  }

  /// The text from the first to the last of some words.
  func text(_ positions: Range<Int>) -> String {
    guard let first = positions.first, let last = positions.last else { return "" }
    return String(
      decoding: utf8[words[first].range.lowerBound..<words[last].range.upperBound],
      as: UTF8.self)
  }
}

extension Set<UInt8> {
  /// What ends a sentence or an item of a list.
  static let sentenceMarks = Set(".;:!?\n".utf8)
  /// What ends a clause besides.
  static let clauseMarks = sentenceMarks.union(",()[]\"".utf8)
}
