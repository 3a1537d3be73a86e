import Analysis

extension PackedStrings {
  /// The positions of the strings that begin with some bytes.
  func positions(startingWith prefix: some Swift.Collection<UInt8>) -> Range<Int> {
    let start = firstPosition { $0.lexicographicallyPrecedes(prefix) }
    let end = firstPosition {
      $0.lexicographicallyPrecedes(prefix) || $0.starts(with: prefix)
    }
    return start..<end
  }

  /// The first position whose string doesn't satisfy a condition that the ones before it satisfy.
  private func firstPosition(without condition: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(utf8(at: middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Lexicon {
  /// The words that have a stem in a language.
  ///
  /// Stemmers change the ends of words alone: English ones may rewrite the last letter that they
  /// keep, as in `polici`.
  func identifiers(
    withStem stem: String, in language: Language, by analyzer: Analyzer
  ) -> [WordID] {
    let prefix = stem.unicodeScalars.count > 3 && !language.isNorwegian ? stem.dropLast() : stem[...]
    guard !prefix.isEmpty else { return [] }
    return words.positions(startingWith: prefix.utf8)
      .filter { analyzer.stem(words.string(at: $0), language: language) == stem }
      .map { WordID(rawValue: UInt32($0)) }
  }
}
