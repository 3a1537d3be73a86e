import Analysis
import Documents
import Retrieval

/// What an index holds that takes computing from its content as a whole.
struct DerivedContent: Sendable {
  /// The words of all passages of one part of an index.
  struct Words: Sendable {
    let lexicon: Lexicon
    let passages: [PassageWords]

    fileprivate init(of documents: [AnalyzedDocument]) {
      var builder = LexiconBuilder(words: AnalyzedDocument.words(of: documents))
      passages = documents.flatMap { $0.passages.map { builder.add($0.words) } }
      lexicon = builder.lexicon()
    }
  }

  let guidedShare: Double
  /// What the texts' passages refer to, passage by passage. Guides aren't shown, so nobody follows
  /// what they refer to.
  let references: [[PassageReference]]
  /// The terms that the texts introduce; guides introduce none that the texts need.
  let definedTerms: [DefinedTerm]
  let textWords: Words
  let guideWords: Words

  init(of content: IndexContent) {
    guidedShare = GuidedShare.share(
      of: content.guides, leadingInto: content.documents, acts: content.vocabulary.acts)
    definedTerms = DefinedTermCollector(content.vocabulary.writtenForms, by: Analyzer())
      .terms(of: content.documents)
    references = Self.references(
      in: content.documents, acts: content.vocabulary.acts, terms: definedTerms)
    textWords = Words(of: content.documents)
    guideWords = Words(of: content.guides)
  }

  private static func references(
    in documents: [AnalyzedDocument], acts: [ActName], terms: [DefinedTerm]
  ) -> [[PassageReference]] {
    let resolver = ReferenceResolver(
      documents: documents.enumerated().map { IndexedDocument($1, position: $0) },
      provisions: provisions(of: documents), acts: acts, terms: terms)
    return passages(of: documents).map { ordinal, position, passage in
      let text = documents[position].document.text.string(in: passage.range)
      return resolver.references(in: text, of: ordinal, document: position)
    }
  }

  private static func provisions(of documents: [AnalyzedDocument]) -> ProvisionCatalogue {
    var catalogue = ProvisionCatalogue()
    for (ordinal, position, passage) in passages(of: documents) {
      let section = documents[position].document.sections[passage.section]
      guard let label = section.provision else { continue }
      catalogue.add(
        ordinal, of: label, anchor: section.anchor, document: position, ledd: passage.ledd)
    }
    return catalogue
  }

  /// All passages in order, with the positions of their documents.
  private static func passages(
    of documents: [AnalyzedDocument]
  ) -> [(PassageOrdinal, document: Int, Passage)] {
    documents.enumerated().flatMap { position, analyzed in
      analyzed.passages.map { (position, $0.passage) }
    }
    .enumerated().map { (PassageOrdinal($0), document: $1.0, $1.1) }
  }
}
