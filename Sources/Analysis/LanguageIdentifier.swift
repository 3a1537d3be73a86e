/// Tells Bokmål, Nynorsk and English apart by a vote of their function words.
package struct LanguageIdentifier: Sendable {
  /// Words that only one of the Norwegian forms has, and English words that are no Norwegian ones.
  private static let marks: [(language: Language, words: Set<String>)] = {
    let bokmål = FunctionWords.words(of: .bokmål)
    let nynorsk = FunctionWords.words(of: .nynorsk)
    let english = FunctionWords.words(of: .english)
    return [
      (.bokmål, bokmål.subtracting(nynorsk).subtracting(english)),
      (.nynorsk, nynorsk.subtracting(bokmål).subtracting(english)),
      (.english, english.subtracting(bokmål).subtracting(nynorsk)),
    ]
  }()

  package init() {}

  /// The language with most function words, or nil if the tokens have none that tells.
  package func language(of tokens: some Sequence<Token>) -> Language? {
    var votes: [Language: Int] = [:]
    var norwegian = 0
    for token in tokens where token.kind == .word {
      let word = token.form
      for mark in Self.marks where mark.words.contains(word) {
        votes[mark.language, default: 0] += 1
      }
      if FunctionWords.contains(word, in: .bokmål),
        !FunctionWords.contains(word, in: .english)
      {
        norwegian += 1
      } else if word.utf8.contains(0xC3) {
        norwegian += 1
      }
    }
    let english = votes[.english, default: 0]
    if english > norwegian { return .english }
    guard norwegian > 0 else { return nil }
    return votes[.nynorsk, default: 0] > votes[.bokmål, default: 0] ? .nynorsk : .bokmål
  }
}
