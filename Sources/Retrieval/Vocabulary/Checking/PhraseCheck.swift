import Analysis
import Documents

/// Looks for phrases that lead nowhere in particular.
struct PhraseCheck {
  /// From how many concepts on a phrase is ambiguous.
  private static let ambiguousCount = 4
  /// A word in more than this share of the passages tells nothing alone.
  private static let commonShare = 0.05

  private let concepts: [Concept]
  private let phrases: [[VocabularyCompiler.Phrase]]
  private let analyzer = Analyzer()

  init(_ vocabulary: Vocabulary) {
    concepts = vocabulary.concepts
    phrases = VocabularyCompiler().phrases(
      of: vocabulary, WrittenForms(bokmål: vocabulary.nynorsk, by: analyzer))
  }

  func findings(against index: (any PassageIndex)?) throws -> [VocabularyFinding] {
    let empty = zip(concepts, phrases).filter { $0.1.isEmpty }
      .map { VocabularyFinding(.dead, in: $0.0) }
    return empty + shared() + (try general(in: index))
  }

  private struct Group: Hashable {
    var keys: [String]
    var isEnglish: Bool
  }

  /// Phrases of several concepts, at the last of them.
  private func shared() -> [VocabularyFinding] {
    let groups = Dictionary(grouping: phrases.joined()) {
      Group(keys: $0.keys, isEnglish: $0.isEnglish)
    }
    return groups.values.compactMap { group -> VocabularyFinding? in
      let owners = Set(group.map(\.concept)).sorted()
      guard owners.count > 1, let last = owners.last,
        let phrase = group.last(where: { $0.concept == last })
      else { return nil }
      let ids = owners.map { concepts[$0].id }
      if owners.count >= Self.ambiguousCount {
        return VocabularyFinding(
          .ambiguousPhrase(phrase.text, concepts: ids), in: concepts[last])
      }
      // Two things may share the texts' word for them; what people say should tell them apart.
      guard group.count(where: { !$0.isTerm }) > 1 else { return nil }
      return VocabularyFinding(.duplicatePhrase(phrase.text, concepts: ids), in: concepts[last])
    }
  }

  private func general(in index: (any PassageIndex)?) throws -> [VocabularyFinding] {
    try phrases.joined().compactMap { phrase in
      guard !phrase.isTerm, phrase.keys.count == 1, let key = phrase.keys.first,
        try isGeneral(phrase, in: index)
      else { return nil }
      return VocabularyFinding(
        .generalPhrase(phrase.text, key: key), in: concepts[phrase.concept])
    }
  }

  private func isGeneral(
    _ phrase: VocabularyCompiler.Phrase, in index: (any PassageIndex)?
  ) throws -> Bool {
    let language: Language = phrase.isEnglish ? .english : .bokmål
    let words = Tokenizer().tokens(in: phrase.text).map(\.form)
    if words.allSatisfy({ FunctionWords.contains($0, in: language) }) { return true }
    guard let index else { return false }
    let frequencies = try words.filter { !FunctionWords.contains($0, in: language) }
      .map { try index.postings(of: analyzer.stem($0, language: language)).documentFrequency }
    let share = Double(frequencies.max() ?? 0) / Double(max(index.passages.count, 1))
    return share > Self.commonShare
  }
}
