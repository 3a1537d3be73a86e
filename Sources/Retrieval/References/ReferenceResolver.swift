import Analysis
package import Documents

/// Finds the provisions that passages refer to, when an index is built.
package struct ReferenceResolver: Sendable {
  private let documents: [IndexedDocument]
  private let provisions: ProvisionCatalogue
  private let parser: ReferenceParser

  /// `acts` are the names that acts go by besides their own.
  package init(
    documents: [IndexedDocument], provisions: ProvisionCatalogue, acts: [ActName] = [],
    terms: [DefinedTerm] = []
  ) {
    self.documents = documents
    self.provisions = provisions
    parser = ReferenceParser(names: ActNames(documents: documents, acts: acts, terms: terms))
  }

  /// The references in a passage's text, in its order, each provision once; none to the passage's
  /// own provision, and none to what the collection doesn't hold.
  package func references(
    in text: String, of passage: PassageOrdinal, document: Int
  ) -> [PassageReference] {
    let own = provisions.entry(holding: passage)?.ordinals
    var taken: Set<Range<Int32>> = own.map { [$0] } ?? []
    var references: [PassageReference] = []
    for mention in parser.references(in: text, context: .document(document)) {
      guard !meansParentAct(mention, in: text, document: document) else { continue }
      for entry in firstEntries(of: mention) where taken.insert(entry.ordinals).inserted {
        references.append(
          PassageReference(
            passage: passage, target: entry.passage(withLedd: mention.ledd), ledd: mention.ledd))
      }
    }
    return references
  }

  /// A label stands more than once in a text with annexes: its first place is meant.
  private func firstEntries(of mention: ProvisionReference) -> [ProvisionCatalogue.Entry] {
    var seen: Set<Int> = []
    return provisions.entries(mention.label, in: mention.documents)
      .filter { seen.insert($0.document).inserted }
  }

  /// `lovens § 3` in a regulation is a provision of the act it was made under.
  private func meansParentAct(
    _ mention: ProvisionReference, in text: String, document: Int
  ) -> Bool {
    guard documents[document].metadata.kind == "forskrift", mention.documents == [document] else {
      return false
    }
    let before = text.utf8.prefix(mention.range.lowerBound).suffix(16)
    let words = String(decoding: before, as: UTF8.self).lowercased()
      .split { !$0.isLetter }.map(String.init)
    return words.last.map { ["loven", "lovens", "lova"].contains($0) } ?? false
  }
}

extension ProvisionCatalogue.Entry {
  /// The first passage that covers a ledd, else the provision's first.
  func passage(withLedd number: Int?) -> PassageOrdinal {
    let offset = number.flatMap { number in
      ledd.firstIndex { $0?.contains(number) ?? false }
    }
    return PassageOrdinal(rawValue: ordinals.lowerBound + Int32(offset ?? 0))
  }
}
