import Analysis

/// The words that the texts, the guides and the vocabulary know.
struct KnownWords: Sendable {
  private let indexes: [any PassageIndex]
  private let vocabulary: CompiledVocabulary
  private let nearWords: [NearWords]

  /// `indexes` are the texts and what leads to them.
  init(_ indexes: [any PassageIndex], vocabulary: CompiledVocabulary) {
    self.indexes = indexes
    self.vocabulary = vocabulary
    nearWords = indexes.map { NearWords($0.lexicon.words) }
  }

  /// How many passages hold a folded word as it is written.
  func passageCount(of form: String) -> Int {
    indexes.reduce(0) { $0 + $1.lexicon.passageCount(of: form) }
  }

  /// Whether a folded word, or another with its stem, is known at all.
  func contains(_ form: String, by analyzer: Analyzer) throws -> Bool {
    if FunctionWords.contains(form) || passageCount(of: form) > 0 { return true }
    let keys = PhraseKeys(by: analyzer, vocabulary.writtenForms)
    return try [Language.bokmål, .english].contains { language in
      try vocabulary.key(keys.key(of: form, in: language)) != nil
        || isHeld(analyzer.stem(form, language: language), in: language, by: analyzer)
    }
  }

  /// Whether passages in a language hold a folded word or another with its stem.
  func isUsed(_ form: String, in language: Language, by analyzer: Analyzer) throws -> Bool {
    if FunctionWords.contains(form, in: language) { return true }
    return try isHeld(analyzer.stem(form, language: language), in: language, by: analyzer)
  }

  private func isHeld(
    _ stem: String, in language: Language, by analyzer: Analyzer
  ) throws -> Bool {
    try indexes.contains { index in
      // The lexicon is in memory, so that most words cost no look-up.
      guard index.lexicon.containsWord(withStem: stem, in: language, by: analyzer) else {
        return false
      }
      return try index.postings(of: stem).ordinals.contains {
        index.passages.languages[Int($0)].isNorwegian == language.isNorwegian
      }
    }
  }

  /// Words a few edits away, each once, in byte order.
  func near(_ form: String, limit: Int) -> [NearWords.Match] {
    var seen: Set<String> = []
    return nearWords.flatMap { $0.matches(for: form, limit: limit) }
      .filter { seen.insert($0.word).inserted }
  }

  /// In how many passages two folded words stand side by side, counted up to `limit`.
  func adjacentCount(
    _ first: String, _ second: String, limit: Int, by analyzer: Analyzer
  ) throws -> Int {
    try indexes.reduce(0) { count, index in
      count >= limit
        ? count
        : count
          + (try index.adjacentCount(first, second, limit: limit - count, by: analyzer))
    }
  }
}

extension PassageIndex {
  fileprivate func adjacentCount(
    _ first: String, _ second: String, limit: Int, by analyzer: Analyzer
  ) throws -> Int {
    guard let left = lexicon.identifier(of: first), let right = lexicon.identifier(of: second)
    else { return 0 }
    var count = 0
    for ordinal in try passages(withStemsOf: first, second, by: analyzer) where count < limit {
      let codes = try words(of: PassageOrdinal(rawValue: ordinal)).codes
      let isThere = zip(codes, codes.dropFirst()).contains {
        $0 >> 1 == left.rawValue && $1 >> 1 == right.rawValue
      }
      if isThere { count += 1 }
    }
    return count
  }

  /// The passages that hold both words in some form, in ascending order for each stem.
  private func passages(
    withStemsOf first: String, _ second: String, by analyzer: Analyzer
  ) throws -> [Int32] {
    func postings(of word: String) throws -> [PostingList] {
      try Set([Language.bokmål, .english].map { analyzer.stem(word, language: $0) }).sorted()
        .map { try self.postings(of: $0) }
    }
    var holdsFirst = [Bool](repeating: false, count: passages.count)
    for list in try postings(of: first) {
      for ordinal in list.ordinals { holdsFirst[Int(ordinal)] = true }
    }
    var both: [Int32] = []
    for list in try postings(of: second) {
      for ordinal in list.ordinals where holdsFirst[Int(ordinal)] {
        both.append(ordinal)
        holdsFirst[Int(ordinal)] = false
      }
    }
    return both
  }
}
