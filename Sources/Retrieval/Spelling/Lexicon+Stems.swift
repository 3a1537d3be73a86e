import Analysis

extension PackedStrings {
  /// The positions of the strings that begin with some bytes, in order, as far as they are asked for.
  func positions(
    startingWith prefix: some Swift.Collection<UInt8>
  ) -> some Sequence<Int> {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if utf8(at: middle).lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return (low..<count).lazy.prefix { utf8(at: $0).starts(with: prefix) }
  }
}

extension Lexicon {
  /// The words that have a stem in a language.
  func identifiers(
    withStem stem: String, in language: Language, by analyzer: Analyzer
  ) -> [WordID] {
    positions(nearStem: stem, in: language)
      .filter { analyzer.stem(words.string(at: $0), language: language) == stem }
      .map { WordID(rawValue: UInt32($0)) }
  }

  func containsWord(
    withStem stem: String, in language: Language, by analyzer: Analyzer
  ) -> Bool {
    positions(nearStem: stem, in: language)
      .contains { analyzer.stem(words.string(at: $0), language: language) == stem }
  }

  /// Stemmers change the ends of words alone; English ones may rewrite the last letter that they
  /// keep, as in `polici`.
  private func positions(nearStem stem: String, in language: Language) -> some Sequence<Int> {
    let isWhole = language.isNorwegian || stem.unicodeScalars.count <= 3
    return words.positions(startingWith: (isWhole ? stem[...] : stem.dropLast()).utf8)
  }
}
