import Analysis

/// A concept found in a question.
package struct ConceptMatch: Sendable, Equatable {
  /// The position among the vocabulary's entries.
  package let concept: Int
  /// The positions of the query terms that it covers.
  package let terms: Set<Int>
  /// How many keys matched: a longer phrase is surer.
  package let keyCount: Int
  /// Whether the asker used the texts' own word.
  package let isTerm: Bool
  /// One over the number of concepts that the same words lead to.
  package var share: Double
  /// Below 1 where the words that it covers are a small part of what the question says.
  package var salience = 1.0
  /// Below 1 for a concept carried over from an earlier question.
  package var weight = 1.0
}

/// Finds the vocabulary's phrases in questions: longest first, words in order, small words between.
struct ConceptMatcher {
  /// Other content words allowed between two words of a phrase.
  private static let contentGap = 1
  private static let wordGap = 5

  private let vocabulary: CompiledVocabulary
  private let language: Language?

  /// `language` is nil where the question doesn't tell.
  init(_ vocabulary: CompiledVocabulary, language: Language?) {
    self.vocabulary = vocabulary
    self.language = language
  }

  /// `words` are the folded words of the question in order, with the query term each belongs to.
  func matches(in words: [(form: String, term: Int)], by analyzer: Analyzer) -> [ConceptMatch] {
    let keys = PhraseKeys(by: analyzer, vocabulary.writtenForms)
    let norwegian = words.map { vocabulary.key(keys.key(of: $0.form, in: .bokmål)) }
    let english = words.map { vocabulary.key(keys.key(of: $0.form, in: .english)) }
    let isFunction = words.map {
      FunctionWords.contains($0.form, in: language ?? .bokmål) || FunctionWords.isLight($0.form)
    }
    var found: [Found] = []
    for start in words.indices {
      if language?.isNorwegian ?? true {
        found += self.found(from: start, in: norwegian, isFunction, english: false)
      }
      if language != .some(.bokmål), language != .some(.nynorsk) {
        found += self.found(from: start, in: english, isFunction, english: true)
      }
    }
    return Self.longest(found, isFunction).map { item, share in
      let phrase = vocabulary.phrase(item.phrase)
      return ConceptMatch(
        concept: phrase.concept, terms: Set(item.positions.map { words[$0].term }),
        keyCount: phrase.keys.count, isTerm: phrase.isTerm, share: share)
    }
  }

  private struct Found {
    var phrase: Int
    var positions: [Int]
  }

  private func found(
    from start: Int, in keys: [UInt32?], _ isFunction: [Bool], english: Bool
  ) -> [Found] {
    guard let key = keys[start] else { return [] }
    return vocabulary.phrases(startingWith: key).compactMap { index in
      let phrase = vocabulary.phrase(index)
      guard phrase.isEnglish == english else { return nil }
      var positions = [start]
      for key in phrase.keys.dropFirst() {
        guard let next = position(of: key, after: positions[positions.count - 1], keys, isFunction)
        else { return nil }
        positions.append(next)
      }
      return Found(phrase: index, positions: positions)
    }
  }

  private func position(
    of key: UInt32, after position: Int, _ keys: [UInt32?], _ isFunction: [Bool]
  ) -> Int? {
    var content = 0
    for next in (position + 1)..<max(position + 1, min(position + 2 + Self.wordGap, keys.count)) {
      if keys[next] == key { return next }
      if !isFunction[next] { content += 1 }
      if content > Self.contentGap { return nil }
    }
    return nil
  }

  /// Drops what a longer match covers, and shares the rest among concepts of the same words.
  ///
  /// Function words don't keep a phrase from being covered: `få sparken` is in `sparken på dagen`.
  private static func longest(
    _ found: [Found], _ isFunction: [Bool]
  ) -> [(Found, share: Double)] {
    func content(_ item: Found) -> Set<Int> { Set(item.positions.filter { !isFunction[$0] }) }
    let sorted = found.map { (item: $0, content: content($0).count) }.sorted { left, right in
      let (one, other) = (left.item, right.item)
      return (left.content, one.positions.count, other.positions[0], other.phrase) > (
        right.content, other.positions.count, one.positions[0], one.phrase
      )
    }
    .map(\.item)
    var kept: [Found] = []
    for item in sorted {
      let (positions, content) = (Set(item.positions), content(item))
      let isCovered = kept.contains { other in
        positions.isStrictSubset(of: other.positions)
          || !content.isEmpty && content.isStrictSubset(of: other.positions)
            && content.count < other.positions.count { !isFunction[$0] }
      }
      if !isCovered { kept.append(item) }
    }
    return kept.map { item in
      let rivals = kept.count { $0.positions == item.positions }
      return (item, 1 / Double(max(rivals, 1)))
    }
  }
}
