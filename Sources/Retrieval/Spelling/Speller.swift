import Analysis

/// Corrects the words of a question that nothing holds: to a known word few edits away, or to two
/// words that were written as one; joins compounds that were written as two words, and splits those
/// that no text has.
package struct Speller: Sendable {
  private let compounds: CompoundJoiner
  private let words: WordCorrector
  private let splitter: CompoundSplitter
  private let queryAnalyzer: QueryAnalyzer

  /// `guides` lend their words to the texts'.
  package init(
    index: any PassageIndex, vocabulary: CompiledVocabulary = CompiledVocabulary(),
    guides: (any PassageIndex)? = nil, limits: SpellingLimits = SpellingLimits(),
    queryAnalyzer: QueryAnalyzer = QueryAnalyzer()
  ) {
    let known = KnownWords([index] + (guides.map { [$0] } ?? []), vocabulary: vocabulary)
    compounds = CompoundJoiner(known, limits)
    words = WordCorrector(known, limits)
    splitter = CompoundSplitter(index, known)
    self.queryAnalyzer = queryAnalyzer
  }

  /// The query with its corrections and the parts of its unknown compounds; words in quotation marks
  /// stay as they are, and so do names: words with a capital after the question's first word. Each
  /// correction is reported once; words after the first `AnalyzedQuery.termLimit` are left alone.
  package func correct(_ query: AnalyzedQuery) throws -> AnalyzedQuery {
    let quoted = Set(query.syntax.phrases.joined())
    let analyzer = Analyzer()
    let isShouted = query.tokens.allSatisfy { $0.isCapitalized || $0.kind != .word }
    let names = isShouted ? [] : query.tokens.dropFirst().filter(\.isCapitalized).map(\.form)
    let unsplit = quoted.union(names)
    var tokens: [Token] = []
    var corrections: [Interpretation.Correction] = []
    var rest = query.tokens[...]
    while let token = rest.popFirst() {
      guard token.kind == .word, !quoted.contains(token.form),
        tokens.count < AnalyzedQuery.termLimit
      else {
        tokens.append(token)
        continue
      }
      if let next = rest.first, token.isNeighbour(of: next), !quoted.contains(next.form),
        let compound = try compounds.join(token.form, next.form, by: analyzer)
      {
        rest.removeFirst()
        tokens.append(token.replaced(by: compound, until: next))
        corrections.append(.init(from: "\(token.form) \(next.form)", to: compound))
      } else if isShouted || tokens.isEmpty || !token.isCapitalized,
        let found = try words.correction(
          of: token.form, in: query.detectedLanguage, by: analyzer)
      {
        tokens += found.map { token.replaced(by: $0, until: token) }
        corrections.append(.init(from: token.form, to: found.joined(separator: " ")))
      } else {
        tokens.append(token)
      }
    }
    guard !corrections.isEmpty else { return try splitter.split(query, except: unsplit) }
    var corrected = queryAnalyzer.analyze(tokens, syntax: query.syntax)
    corrected.corrections = corrections.enumerated()
      .filter { !corrections[..<$0.offset].contains($0.element) }.map(\.element)
    return try splitter.split(corrected, except: unsplit)
  }
}

extension Token {
  /// Whether another word follows after one space or hyphen.
  fileprivate func isNeighbour(of next: Token) -> Bool {
    next.kind == .word && next.range.lowerBound == range.upperBound + 1
  }

  fileprivate func replaced(by form: String, until last: Token) -> Token {
    Token(
      form: form, range: range.lowerBound..<last.range.upperBound, kind: .word,
      isCapitalized: isCapitalized)
  }
}
