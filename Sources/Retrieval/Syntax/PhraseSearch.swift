import Analysis

/// Finds the passages that hold some words to the letter, or a word in any form.
///
/// A passage's headings stand before its own words; what its sentences hold is the passage's own.
struct PhraseSearch {
  private let words: [String]
  private let index: any PassageIndex
  private let analyzer = Analyzer()

  /// `words` are folded, at least one.
  init(_ words: [String], in index: any PassageIndex) {
    self.words = words
    self.index = index
  }

  /// The passages that hold the words side by side in a sentence; where none does, those that hold
  /// them across sentences; then those whose headings or lead-in do.
  func passages() throws -> Set<Int32> {
    let phrase = words.compactMap { index.lexicon.identifier(of: $0)?.rawValue }
    guard phrase.count == words.count else { return [] }
    var (inSentence, across, above): (Set<Int32>, Set<Int32>, Set<Int32>) = ([], [], [])
    for ordinal in try candidates() {
      let (head, body) = try index.words(of: PassageOrdinal(rawValue: ordinal)).parts
      if body.contains(phrase, acrossSentences: false) {
        inSentence.insert(ordinal)
      } else if body.contains(phrase, acrossSentences: true) {
        across.insert(ordinal)
      } else if head.contains(phrase, acrossSentences: true) {
        above.insert(ordinal)
      }
    }
    return [inSentence, across, above].first { !$0.isEmpty } ?? []
  }

  /// The passages whose own words include one with the first word's stem.
  func passagesWithStem() throws -> Set<Int32> {
    var found: Set<Int32> = []
    for language in [Language.bokmål, .english] {
      let stem = analyzer.stem(words[0], language: language)
      let forms = Set(
        index.lexicon.identifiers(withStem: stem, in: language, by: analyzer).map(\.rawValue))
      for ordinal in try index.postings(of: stem).ordinals
      where index.passages.languages[Int(ordinal)].isNorwegian == language.isNorwegian {
        let body = try index.words(of: PassageOrdinal(rawValue: ordinal)).parts.body
        if body.contains(where: { forms.contains($0 >> 1) }) { found.insert(ordinal) }
      }
    }
    return found
  }

  /// The passages that hold all the words' stems, in ascending order.
  private func candidates() throws -> [Int32] {
    let holding = try words.map { word in
      let stems = Set([Language.bokmål, .english].map { analyzer.stem(word, language: $0) })
      return try stems.reduce(into: Set<Int32>()) {
        $0.formUnion(try index.postings(of: $1).ordinals)
      }
    }
    guard let first = holding.first else { return [] }
    return holding.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }
}

extension PassageWords {
  /// The words before the first sentence, and the passage's own from there.
  fileprivate var parts: (head: ArraySlice<UInt32>, body: ArraySlice<UInt32>) {
    let start = codes.firstIndex { $0 & 1 == 1 } ?? codes.startIndex
    return (codes[..<start], codes[start...])
  }
}

extension ArraySlice<UInt32> {
  /// Whether words with these identifiers stand side by side among these codes.
  fileprivate func contains(_ phrase: [UInt32], acrossSentences: Bool) -> Bool {
    guard let first = phrase.first else { return true }
    return indices.contains { start in
      let codes = self[start...].prefix(phrase.count)
      return self[start] >> 1 == first && codes.elementsEqual(phrase) { $0 >> 1 == $1 }
        && (acrossSentences || codes.dropFirst().allSatisfy { $0 & 1 == 0 })
    }
  }
}
