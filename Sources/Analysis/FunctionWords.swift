/// Words that carry grammar more than meaning, by language.
package enum FunctionWords {
  package static func words(of language: Language) -> Set<String> { lists[language] ?? [] }

  /// Whether a folded word is a function word; Norwegian counts as one language.
  package static func contains(_ word: String, in language: Language) -> Bool {
    language.isNorwegian ? norwegian.contains(word) : words(of: .english).contains(word)
  }

  /// Whether a folded word is a function word in any language.
  package static func contains(_ word: String) -> Bool {
    norwegian.contains(word) || words(of: .english).contains(word)
  }

  private static let norwegian = words(of: .bokmål).union(words(of: .nynorsk))

  private static let lists: [Language: Set<String>] = {
    let text = String(decoding: PackageResources.function_words_txt, as: UTF8.self)
    var lists: [Language: Set<String>] = [:]
    var language: Language?
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        language = Language(rawValue: String(line.dropFirst().dropLast()))
      } else if let language {
        lists[language, default: []].formUnion(line.split(separator: " ").map(String.init))
      }
    }
    return lists
  }()
}
