import Analysis

/// Reduces a phrase to the keys that must occur in a question for it to match: stems of its content
/// words; where they are fewer than two, its verbs and particles too. Norwegian words are taken in
/// Bokmål, so that a phrase is found however it and the question are written.
struct PhraseKeys {
  private let analyzer: Analyzer
  private let writtenForms: WrittenForms

  init(by analyzer: Analyzer, _ writtenForms: WrittenForms) {
    self.analyzer = analyzer
    self.writtenForms = writtenForms
  }

  /// `få sparken` gives `få spark`; `flytte på ferien min` gives `flyt feri`.
  func keys(of phrase: String, in language: Language) -> [String] {
    let words = Tokenizer().tokens(in: phrase).filter { $0.kind != .unit }.map(\.form)
    let content = words.filter { !FunctionWords.contains($0, in: language) }
    var kept = content
    if content.count < 2 {
      kept = words.filter { !FunctionWords.isLight($0) }
    }
    if kept.isEmpty { kept = words }
    return kept.map { key(of: $0, in: language) }
  }

  /// The key of one folded word: the stem of its lemma.
  func key(of word: String, in language: Language) -> String {
    let form = language.isNorwegian ? writtenForms.bokmål(of: word) ?? word : word
    return analyzer.stem(IrregularForms.lemma(of: form, in: language), language: language)
  }
}
