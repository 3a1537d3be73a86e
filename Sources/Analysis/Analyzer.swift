/// A token with its stem.
package struct AnalyzedToken: Sendable, Equatable {
  package let token: Token
  /// What is indexed and searched for; a number's or unit's stem is its form.
  package let stem: String
}

/// Tokenises and stems text of a known language.
package struct Analyzer {
  /// Changes whenever the same text would give other terms; an index from another version must be
  /// built anew.
  package static let version = "1.\(Tokenizer.version)"

  private let tokenizer = Tokenizer()
  private let stemmer = SnowballStemmer()

  package init() {}

  package func analyze(
    _ utf8: [UInt8], range: Range<Int>, language: Language
  ) -> [AnalyzedToken] {
    tokenizer.tokens(in: utf8, range: range).map { analyze($0, language: language) }
  }

  package func analyze(_ text: String, language: Language) -> [AnalyzedToken] {
    tokenizer.tokens(in: text).map { analyze($0, language: language) }
  }

  package func analyze(_ token: Token, language: Language) -> AnalyzedToken {
    let stem = token.kind == .word ? stemmer.stem(token.form, in: language) : token.form
    return AnalyzedToken(token: token, stem: stem)
  }

  /// The stem of a folded word.
  package func stem(_ form: String, language: Language) -> String {
    stemmer.stem(form, in: language)
  }
}
