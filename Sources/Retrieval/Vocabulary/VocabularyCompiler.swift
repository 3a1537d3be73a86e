import Analysis
package import Documents

/// Turns a vocabulary into its compiled form.
package struct VocabularyCompiler {
  private let analyzer = Analyzer()

  /// A phrase before its keys have numbers.
  struct Phrase {
    var text: String
    var keys: [String]
    var concept: Int
    var isEnglish: Bool
    var isTerm: Bool
  }

  package init() {}

  package func compile(_ vocabulary: Vocabulary) -> CompiledVocabulary {
    var storage = CompiledVocabulary.Storage()
    storage.acts = vocabulary.acts
    storage.writtenForms = WrittenForms(bokmål: vocabulary.nynorsk, by: analyzer)
    for concept in vocabulary.concepts {
      storage.entryBytes += entry(for: concept).bytes
      storage.entries.append(UInt32(storage.entryBytes.count))
    }
    let phrases = phrases(of: vocabulary, storage.writtenForms).flatMap(\.self)
    storage.keys = PackedStrings(Set(phrases.flatMap(\.keys)))
    store(phrases, in: &storage)
    return CompiledVocabulary(storage: storage)
  }

  private func store(_ phrases: [Phrase], in storage: inout CompiledVocabulary.Storage) {
    let keys = storage.keys
    let coded = phrases.map { phrase in
      (
        head: UInt32(phrase.concept) << 2 | (phrase.isEnglish ? 2 : 0) | (phrase.isTerm ? 1 : 0),
        keys: phrase.keys.compactMap { keys.position(of: $0).map(UInt32.init) }
      )
    }.sorted { ($0.keys[0], $0.head) < ($1.keys[0], $1.head) }
    var counts = [UInt32](repeating: 0, count: keys.count)
    for phrase in coded {
      storage.words.append(phrase.head)
      storage.words += phrase.keys
      storage.phrases.append(UInt32(storage.words.count))
      counts[Int(phrase.keys[0])] += 1
    }
    storage.phrasesByKey = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// The phrases of each concept.
  func phrases(of vocabulary: Vocabulary, _ writtenForms: WrittenForms) -> [[Phrase]] {
    let keys = PhraseKeys(by: analyzer, writtenForms)
    return vocabulary.concepts.enumerated().map {
      phrases(of: $0.element, at: $0.offset, by: keys)
    }
  }

  private func phrases(
    of concept: Concept, at position: Int, by keys: PhraseKeys
  ) -> [Phrase] {
    var seen: Set<[String]> = []
    var phrases: [Phrase] = []
    func add(_ texts: [String], _ language: Language, isTerm: Bool) {
      for text in texts {
        let found = keys.keys(of: text, in: language)
        let isNew = seen.insert(found + [language.isNorwegian ? "no" : "en"]).inserted
        guard !found.isEmpty, isNew else { continue }
        phrases.append(
          Phrase(
            text: text, keys: found, concept: position, isEnglish: !language.isNorwegian,
            isTerm: isTerm))
      }
    }
    for language in Language.allCases {
      add(concept.terms[language.rawValue] ?? [], language, isTerm: true)
    }
    for language in Language.allCases {
      add(concept.lay[language.rawValue] ?? [], language, isTerm: false)
      add(concept.abbreviations, language, isTerm: false)
    }
    return phrases
  }

  private func entry(for concept: Concept) -> CompiledVocabulary.Entry {
    CompiledVocabulary.Entry(
      id: concept.id, labels: concept.terms.compactMapValues(\.first),
      norwegian: stems(
        (concept.terms["nb"] ?? []) + (concept.terms["nn"] ?? []), in: .bokmål),
      english: stems(concept.terms["en"] ?? [], in: .english), provisions: concept.provisions)
  }

  /// The stems of each term's content words; terms that reduce to the same stems once.
  private func stems(_ terms: [String], in language: Language) -> [[String]] {
    var seen: Set<[String]> = []
    return terms.compactMap { term in
      let tokens = Tokenizer().tokens(in: term).filter { $0.kind != .unit }
      let content = tokens.filter { !FunctionWords.contains($0.form, in: language) }
      let stems = (content.isEmpty ? tokens : content)
        .map { analyzer.analyze($0, language: language).stem }
      return !stems.isEmpty && seen.insert(stems).inserted ? stems : nil
    }
  }
}
