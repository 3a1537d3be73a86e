import Documents

extension IndexedPassage {
  /// How the passage as a whole is cited.
  package func citation(in document: IndexedDocument) -> Citation {
    Citation(of: self, quote: passage.range, in: document)
  }
}
