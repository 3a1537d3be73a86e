package import Documents

/// How much of what people ask the collection holds the texts for: the share of the pages of
/// questions whose sources it has.
///
/// In a collection that the guides cover, a question that none leads into is more surely not
/// answered there; `ConfidenceModel` refuses it sooner.
package enum GuidedShare {
  /// Between 0 and 1; 0 without pages of questions.
  package static func share(
    of guides: [AnalyzedDocument], leadingInto texts: [AnalyzedDocument], acts: [ActName]
  ) -> Double {
    let documents = texts.enumerated().map { IndexedDocument($1, position: $0) }
    let parser = ReferenceParser(names: ActNames(documents: documents, acts: acts))
    let headings = guides.filter { $0.document.metadata.isAskedPage }
      .flatMap { $0.document.sections.compactMap { AskedHeading($0.heading) } }
    guard !headings.isEmpty else { return 0 }
    let leading = headings.count { heading in
      parser.references(in: heading.sources, context: .document(ActNames.nowhere))
        .contains { !($0.documents?.contains(ActNames.nowhere) ?? true) }
    }
    return Double(leading) / Double(headings.count)
  }
}
