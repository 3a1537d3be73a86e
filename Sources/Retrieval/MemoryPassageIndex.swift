import Analysis
package import Documents

/// An index in memory: the plainest conformance, for tests and small collections.
package struct MemoryPassageIndex: PassageIndex {
  package private(set) var passages = PassageTable()
  package private(set) var documents: [IndexedDocument] = []
  package let lexicon: Lexicon
  package private(set) var provisions = ProvisionCatalogue()
  package private(set) var definedTerms: [DefinedTerm] = []
  private var words: [PassageWords] = []
  private var postings: [String: PostingList] = [:]
  private var entries: [IndexedPassage] = []
  private var ordinals: [PassageID: PassageOrdinal] = [:]
  private var texts: [SourceText] = []
  private var referencesByPassage: [PassageOrdinal: [PassageReference]] = [:]
  private var referencesByTarget: [Int32: [PassageReference]] = [:]

  /// Documents are indexed in byte order of their ids, whatever the order given; `acts` are the
  /// names that acts go by besides their own.
  package init(
    _ analyzed: [AnalyzedDocument], acts: [ActName] = [],
    writtenForms: WrittenForms = WrittenForms()
  ) {
    let sorted = analyzed.sorted { $0.document.id < $1.document.id }
    var builder = LexiconBuilder(words: AnalyzedDocument.words(of: sorted))
    words = sorted.flatMap { $0.passages.map { builder.add($0.words) } }
    lexicon = builder.lexicon()
    for document in sorted { add(document) }
    definedTerms = DefinedTermCollector(writtenForms, by: Analyzer()).terms(of: sorted)
    resolveReferences(acts)
  }

  package func postings(of term: String) -> PostingList { postings[term] ?? PostingList() }
  package func words(of ordinal: PassageOrdinal) -> PassageWords { words[ordinal.index] }
  package func passage(at ordinal: PassageOrdinal) -> IndexedPassage { entries[ordinal.index] }
  package func ordinal(of id: PassageID) -> PassageOrdinal? { ordinals[id] }
  package func text(ofDocumentAt position: Int) -> SourceText { texts[position] }

  package func passages(under heading: String) -> [PassageOrdinal] {
    entries.filter { entry in
      entry.sectionPath.last.map { $0 == heading || $0.isNumbered(heading) } ?? false
    }
    .map(\.ordinal)
  }

  package func references(from ordinal: PassageOrdinal) -> [PassageReference] {
    referencesByPassage[ordinal] ?? []
  }

  package func references(to ordinals: Range<Int32>) -> [PassageReference] {
    ordinals.flatMap { referencesByTarget[$0] ?? [] }
      .sorted { ($0.passage, $0.target) < ($1.passage, $1.target) }
  }

  private mutating func resolveReferences(_ acts: [ActName]) {
    let resolver = ReferenceResolver(
      documents: documents, provisions: provisions, acts: acts, terms: definedTerms)
    for entry in entries {
      for reference in resolver.references(
        in: entry.text, of: entry.ordinal, document: entry.document)
      {
        referencesByPassage[entry.ordinal, default: []].append(reference)
        referencesByTarget[reference.target.rawValue, default: []].append(reference)
      }
    }
  }

  private mutating func add(_ analyzed: AnalyzedDocument) {
    let position = documents.count
    documents.append(IndexedDocument(analyzed, position: position))
    texts.append(analyzed.document.text)
    for passage in analyzed.passages {
      let ordinal = PassageOrdinal(entries.count)
      entries.append(
        IndexedPassage(passage, of: analyzed.document, ordinal: ordinal, position: position))
      ordinals[passage.passage.id] = ordinal
      if let label = entries[ordinal.index].provision {
        provisions.add(
          ordinal, of: label, anchor: entries[ordinal.index].anchor, document: position,
          ledd: passage.passage.ledd)
      }
      passages.append(
        length: passage.terms.count, document: position, language: passage.language)
      for (term, count) in Dictionary(passage.terms.map { ($0, 1) }, uniquingKeysWith: +) {
        postings[term, default: PostingList()].append(ordinal, frequency: count)
      }
    }
  }
}

extension String {
  /// Whether this is a heading after a number: `3.6 Unge medlemmer`.
  fileprivate func isNumbered(_ heading: String) -> Bool {
    hasSuffix(" " + heading) && first?.isNumber ?? false
  }
}

extension IndexedDocument {
  package init(_ analyzed: AnalyzedDocument, position: Int) {
    self.init(
      position: position, id: analyzed.document.id, title: analyzed.document.title,
      language: analyzed.language, metadata: analyzed.document.metadata,
      contentHash: analyzed.document.contentHash, passageCount: analyzed.passages.count)
  }
}

extension IndexedPassage {
  package init(
    _ analyzed: AnalyzedDocument.AnalyzedPassage, of document: Document, ordinal: PassageOrdinal,
    position: Int
  ) {
    let passage = analyzed.passage
    let text = document.text
    self.init(
      ordinal: ordinal, passage: passage, text: text.string(in: passage.range),
      leadIn: passage.leadIn.map(text.string(in:)), language: analyzed.language,
      document: position, section: SectionReference(document.sections[passage.section]),
      line: text.lineNumber(at: passage.range.lowerBound),
      page: text.pageNumber(at: passage.range.lowerBound),
      textHash: ContentHash.of(text.utf8[passage.range]))
  }
}
