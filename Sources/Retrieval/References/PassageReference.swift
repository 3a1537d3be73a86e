/// A mention, in one passage, of a provision that the collection holds.
package struct PassageReference: Sendable, Equatable {
  /// The passage that mentions the provision.
  package let passage: PassageOrdinal
  /// The first passage of the provision, or of the ledd that is named.
  package let target: PassageOrdinal
  package let ledd: Int?

  package init(passage: PassageOrdinal, target: PassageOrdinal, ledd: Int?) {
    self.passage = passage
    self.target = target
    self.ledd = ledd
  }
}
