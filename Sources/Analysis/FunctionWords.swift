/// Words that carry grammar more than meaning, by language.
package enum FunctionWords {
  package static func words(of language: Language) -> Set<String> {
    lists[language.rawValue] ?? []
  }

  /// Whether a folded word is a function word; Norwegian counts as one language.
  package static func contains(_ word: String, in language: Language) -> Bool {
    language.isNorwegian ? norwegian.contains(word) : words(of: .english).contains(word)
  }

  /// Whether a folded word is a function word in any language.
  package static func contains(_ word: String) -> Bool {
    norwegian.contains(word) || words(of: .english).contains(word)
  }

  /// Pronouns, articles, prepositions and auxiliaries: words that even a fixed phrase can do
  /// without.
  package static func isLight(_ word: String) -> Bool { light.contains(word) }

  private static let norwegian = words(of: .bokmål).union(words(of: .nynorsk))
  private static let light = lists["light"] ?? []

  private static let lists: [String: Set<String>] =
    WordList.blocks(of: PackageResources.function_words_txt).mapValues { Set($0.joined()) }
}
