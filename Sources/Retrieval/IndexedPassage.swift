package import Analysis
package import Documents

/// A passage as an index holds it: its words, and all that a citation needs.
package struct IndexedPassage: Sendable, Equatable {
  package let ordinal: PassageOrdinal
  package let passage: Passage
  package let text: String
  /// The words of `passage.leadIn`.
  package let leadIn: String?
  package let language: Language
  /// The position of its document.
  package let document: Int
  package let sectionPath: [String]
  package let anchor: String
  package let provision: ProvisionLabel?
  /// The ledd of the provision, whether or not this passage covers them.
  package let leddRanges: [Section.Ledd]
  /// From 1.
  package let line: Int
  package let page: Int?
  /// SHA-256 of the text's UTF-8, in hexadecimal.
  package let textHash: String

  package init(
    ordinal: PassageOrdinal, passage: Passage, text: String, leadIn: String?, language: Language,
    document: Int, section: SectionReference, line: Int, page: Int?, textHash: String
  ) {
    self.ordinal = ordinal
    self.passage = passage
    self.text = text
    self.leadIn = leadIn
    self.language = language
    self.document = document
    sectionPath = section.path
    anchor = section.anchor
    provision = section.provision
    leddRanges = section.ledd
    self.line = line
    self.page = page
    self.textHash = textHash
  }

  package var id: PassageID { passage.id }
}

/// What a passage says of its section.
package struct SectionReference: Sendable, Equatable {
  package let path: [String]
  package let anchor: String
  package let provision: ProvisionLabel?
  package let ledd: [Section.Ledd]

  package init(
    path: [String], anchor: String, provision: ProvisionLabel?, ledd: [Section.Ledd]
  ) {
    self.path = path
    self.anchor = anchor
    self.provision = provision
    self.ledd = ledd
  }

  package init(_ section: Section) {
    self.init(
      path: section.path, anchor: section.anchor, provision: section.provision, ledd: section.ledd)
  }
}
