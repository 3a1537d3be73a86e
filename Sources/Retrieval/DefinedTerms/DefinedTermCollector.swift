package import Analysis
import Documents

/// Gathers the terms that documents introduce, when an index is built.
package struct DefinedTermCollector {
  /// What headings of sections with definitions say.
  private static let headingWords = ["definisj", "definition", "omgrep", "begrep"]

  private let phraseKeys: PhraseKeys

  /// `writtenForms` are the words by which questions and texts are brought to one written form.
  package init(_ writtenForms: WrittenForms, by analyzer: Analyzer) {
    phraseKeys = PhraseKeys(by: analyzer, writtenForms)
  }

  /// The terms of analysed documents in the order of an index, in the order of their passages.
  package func terms(of documents: [AnalyzedDocument]) -> [DefinedTerm] {
    var first = 0
    return documents.enumerated().flatMap { position, analyzed in
      defer { first += analyzed.passages.count }
      return terms(of: analyzed, at: position, firstPassage: first)
        .sorted { $0.passage < $1.passage }
    }
  }

  private func terms(
    of analyzed: AnalyzedDocument, at position: Int, firstPassage first: Int
  ) -> [DefinedTerm] {
    let passages = Dictionary(grouping: analyzed.passages.indices) {
      analyzed.passages[$0].passage.section
    }
    return analyzed.document.sections.flatMap { section in
      terms(
        of: section, in: analyzed, at: position, passages: passages[section.index] ?? [],
        firstPassage: first)
    }
  }

  private func terms(
    of section: Section, in analyzed: AnalyzedDocument, at position: Int, passages: [Int],
    firstPassage first: Int
  ) -> [DefinedTerm] {
    let body = max(section.range.lowerBound, section.headingRange.upperBound)
    let text = SpacedWords(
      analyzed.document.text.utf8, in: body..<max(body, section.range.upperBound))
    let heading = section.heading.lowercased()
    let reader = TermReader(
      text, isDefinitions: Self.headingWords.contains(where: heading.contains))
    var seen: Set<[String]> = []
    return reader.terms().compactMap { found in
      let start = text.words[found.term.lowerBound].range.lowerBound
      // Of overlapping passages, the later has more of what follows the term.
      let holder = passages.last { analyzed.passages[$0].passage.range.contains(start) }
      guard let holder else { return nil }
      let language = analyzed.passages[holder].language
      let (term, longForm) = (text.text(found.term), found.longForm.map(text.text))
      let keys = phraseKeys.keys(of: term, in: language)
      let longKeys = longForm.map { phraseKeys.keys(of: $0, in: language) } ?? []
      guard !keys.isEmpty, keys != longKeys, seen.insert(keys + longKeys).inserted else {
        return nil
      }
      return DefinedTerm(
        document: position, passage: PassageOrdinal(first + holder), start: start, term: term,
        longForm: longForm, keys: keys, longKeys: longKeys)
    }
  }
}
