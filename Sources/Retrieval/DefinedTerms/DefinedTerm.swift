/// A term that a document introduces, to hold in that document: one that it defines ("Med konsern
/// menes …"), or a short form of something longer ("Norsk ordinært skipsregister (NOR)").
package struct DefinedTerm: Sendable, Equatable {
  /// The position of its document.
  package let document: Int
  /// Where it is introduced.
  package let passage: PassageOrdinal
  /// Where it stands, in bytes of the document's text.
  package let start: Int
  /// As the document writes it.
  package let term: String
  /// What a short form stands for, as the document writes it; nil for a term that is only defined.
  package let longForm: String?
  /// The keys by which questions are searched for both (`PhraseKeys`).
  package let keys: [String]
  package let longKeys: [String]

  package init(
    document: Int, passage: PassageOrdinal, start: Int, term: String, longForm: String?,
    keys: [String], longKeys: [String]
  ) {
    self.document = document
    self.passage = passage
    self.start = start
    self.term = term
    self.longForm = longForm
    self.keys = keys
    self.longKeys = longKeys
  }
}
