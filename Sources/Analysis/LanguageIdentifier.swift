/// Tells Bokmål, Nynorsk and English apart by a vote of their function words.
package struct LanguageIdentifier: Sendable {
  /// What a function word tells.
  private struct Mark {
    /// The language that the word is a mark of: Norwegian words that only one written form has, and
    /// English words that are no Norwegian ones.
    var language: Language?
    var isNorwegianOnly = false
  }

  private static let marks: [String: Mark] = {
    let bokmål = FunctionWords.words(of: .bokmål)
    let nynorsk = FunctionWords.words(of: .nynorsk)
    let english = FunctionWords.words(of: .english)
    var marks: [String: Mark] = [:]
    for word in bokmål.union(nynorsk).subtracting(english) {
      marks[word, default: Mark()].isNorwegianOnly = true
    }
    for (language, own, others) in [
      (Language.bokmål, bokmål, nynorsk.union(english)),
      (.nynorsk, nynorsk, bokmål.union(english)), (.english, english, bokmål.union(nynorsk)),
    ] {
      for word in own.subtracting(others) { marks[word, default: Mark()].language = language }
    }
    return marks
  }()

  package init() {}

  /// The language with most function words, or nil if the tokens have none that tells.
  package func language(of tokens: some Sequence<Token>) -> Language? {
    var votes: (bokmål: Int, nynorsk: Int, english: Int) = (0, 0, 0)
    var norwegian = 0
    for token in tokens where token.kind == .word {
      let mark = Self.marks[token.form]
      switch mark?.language {
      case .bokmål: votes.bokmål += 1
      case .nynorsk: votes.nynorsk += 1
      case .english: votes.english += 1
      case nil: break
      }
      if mark?.isNorwegianOnly ?? token.form.utf8.contains(0xC3) { norwegian += 1 }
    }
    if votes.english > norwegian { return .english }
    guard norwegian > 0 else { return nil }
    return votes.nynorsk > votes.bokmål ? .nynorsk : .bokmål
  }
}
