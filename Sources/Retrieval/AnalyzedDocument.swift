package import Analysis
package import Documents

/// A document with the terms of its passages: what an index is built from.
package struct AnalyzedDocument: Sendable {
  /// A passage with its language, its terms and its words, heading path first.
  package struct AnalyzedPassage: Sendable {
    package let passage: Passage
    package let language: Language
    /// Stems, numbers and units: what is indexed.
    package let terms: [String]
    /// Words and numbers as written, folded: what exact matching looks at.
    package let words: [Word]
  }

  package struct Word: Sendable, Equatable {
    package let form: String
    package let startsSentence: Bool
  }

  package let document: Document
  package let language: Language
  package let passages: [AnalyzedPassage]

  /// Analyses a document. The language is the metadata's, else the text's own; a passage that is
  /// clearly in another language is analysed in that.
  package init(_ document: Document, by analyzer: Analyzer) {
    self.document = document
    let tokenizer = Tokenizer()
    let identifier = LanguageIdentifier()
    let utf8 = document.text.utf8
    let language =
      document.metadata.language.flatMap(Language.init(tag:))
      ?? identifier.language(
        of: tokenizer.tokens(in: utf8, range: 0..<min(utf8.count, 50_000))) ?? .bokmål
    self.language = language
    var headings: [Int: [AnalyzedToken]] = [:]
    passages = document.passages.map { passage in
      let tokens = tokenizer.tokens(in: utf8, range: passage.range)
      let passageLanguage = identifier.language(of: tokens, within: language)
      let section = document.sections[passage.section]
      let heading =
        headings[passage.section]
        ?? Self.headings(of: section, in: document)
        .flatMap { analyzer.analyze($0, language: language) }
      headings[passage.section] = heading
      let leadIn =
        passage.leadIn.map { analyzer.analyze(utf8, range: $0, language: passageLanguage) } ?? []
      let body = tokens.map { analyzer.analyze($0, language: passageLanguage) }
      return AnalyzedPassage(
        passage: passage, language: passageLanguage,
        terms: (heading + leadIn + body).map(\.stem),
        words: Self.words(heading + leadIn) + Self.words(body, sentences: passage.sentences))
    }
  }

  /// The headings under which a section stands; of pages of questions without what they lead to.
  private static func headings(of section: Section, in document: Document) -> [String] {
    guard document.metadata.isAskedPage else { return [document.title] + section.path }
    return [document.title] + section.path.map { AskedHeading($0)?.topic ?? $0 }
  }

  private static func words(
    _ tokens: [AnalyzedToken], sentences: [Range<Int>] = []
  ) -> [Word] {
    var next = 0
    return tokens.compactMap { analyzed in
      let token = analyzed.token
      guard token.kind != .unit else { return nil }
      let starts = next < sentences.count && token.range.lowerBound >= sentences[next].lowerBound
      while next < sentences.count, token.range.lowerBound >= sentences[next].lowerBound {
        next += 1
      }
      return Word(form: token.form, startsSentence: starts)
    }
  }
}

extension AnalyzedDocument {
  /// All words of these documents' passages.
  package static func words(of documents: [AnalyzedDocument]) -> Set<String> {
    Set(documents.lazy.flatMap(\.passages).flatMap(\.words).map(\.form))
  }
}

extension LanguageIdentifier {
  /// The language of a passage within a document: the document's, unless the passage is Norwegian
  /// in an English text or English in a Norwegian one.
  fileprivate func language(of tokens: [Token], within document: Language) -> Language {
    guard let own = language(of: tokens), own.isNorwegian != document.isNorwegian else {
      return document
    }
    return own
  }
}
