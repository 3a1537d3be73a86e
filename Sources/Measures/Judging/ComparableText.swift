import Foundation

/// A text prepared for comparing quotes with passages: white space collapsed, words apart.
package struct ComparableText: Sendable, Equatable {
  fileprivate let normalized: [UInt8]
  fileprivate let words: [String]

  package init(_ text: String) {
    let plain = text.precomposedStringWithCanonicalMapping.replacing("\u{AD}", with: "")
    let collapsed = plain.unicodeScalars.split(whereSeparator: \.isSpace)
      .map { String($0) }.joined(separator: " ")
    normalized = Array(collapsed.utf8)
    words = collapsed.lowercased().unicodeScalars.split { !$0.isPartOfWord }.map { String($0) }
  }

  /// Whether this text holds a quote: all of it, or at least 60 % of its words, and no fewer than
  /// four, in one run.
  package func holds(_ quote: ComparableText) -> Bool {
    if normalized.firstRange(of: quote.normalized) != nil { return true }
    let run = longestCommonRun(with: quote)
    return run >= 4 && Double(run) >= 0.6 * Double(quote.words.count)
  }

  private func longestCommonRun(with quote: ComparableText) -> Int {
    var longest = 0
    var runs = [Int](repeating: 0, count: words.count + 1)
    for word in quote.words {
      var diagonal = 0
      for index in words.indices {
        let above = runs[index + 1]
        runs[index + 1] = words[index] == word ? diagonal + 1 : 0
        longest = max(longest, runs[index + 1])
        diagonal = above
      }
    }
    return longest
  }
}

extension Unicode.Scalar {
  fileprivate var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  fileprivate var isPartOfWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    default: !isASCII && (properties.isAlphabetic || properties.numericType != nil)
    }
  }
}
