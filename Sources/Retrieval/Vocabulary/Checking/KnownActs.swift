import Analysis
package import Documents

/// The acts that `acts.yaml` names, whether or not a collection holds them.
package struct KnownActs: Sendable {
  private let parser: ReferenceParser

  package init(_ acts: [ActName]) {
    // A collection in which every act has a document of its name.
    let documents = acts.enumerated().map { position, act in
      IndexedDocument(
        position: position, id: DocumentID(act.name), title: act.name, language: .bokmål,
        metadata: DocumentMetadata(), contentHash: "", passageCount: 0)
    }
    parser = ReferenceParser(names: ActNames(documents: documents, acts: acts))
  }

  /// Whether every provision that a text mentions is one of a known act:
  /// `arbeidsmiljøloven § 15-7`.
  package func names(_ text: String) -> Bool {
    let references = parser.references(in: text, context: .document(-1))
    return !references.isEmpty && references.allSatisfy { $0.documents != [-1] }
  }
}
