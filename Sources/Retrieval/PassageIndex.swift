package import Documents

/// What ranking and citing need of an index: statistics, postings, and passages by position.
///
/// `SQLitePassageIndex` keeps them in a file, `MemoryPassageIndex` in memory; another engine joins
/// by conforming and passing the contract tests.
package protocol PassageIndex: Sendable {
  var passages: PassageTable { get }
  /// In order of their positions.
  var documents: [IndexedDocument] { get }

  var lexicon: Lexicon { get }
  /// Where each provision stands.
  var provisions: ProvisionCatalogue { get }

  /// The terms that documents introduce, in the order of their passages.
  var definedTerms: [DefinedTerm] { get }

  /// The passages that hold a term; empty for a term the index doesn't know.
  func postings(of term: String) throws -> PostingList

  /// The words of a passage, for rescoring.
  func words(of ordinal: PassageOrdinal) throws -> PassageWords

  func passage(at ordinal: PassageOrdinal) throws -> IndexedPassage

  func ordinal(of id: PassageID) throws -> PassageOrdinal?

  /// The passages of the sections with a heading, numbered or not, in order.
  func passages(under heading: String) throws -> [PassageOrdinal]

  /// What a passage refers to, in the order of its text.
  func references(from ordinal: PassageOrdinal) throws -> [PassageReference]

  /// The references to any of some passages, in the order of the passages that refer.
  func references(to ordinals: Range<Int32>) throws -> [PassageReference]

  /// A document's text; `position` is one of `documents`.
  func text(ofDocumentAt position: Int) throws -> SourceText
}
