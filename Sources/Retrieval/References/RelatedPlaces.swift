import Documents

/// Links a shown passage with the provisions it refers to and with those that refer to it.
struct RelatedPlaces {
  /// How many links of each kind a passage shows.
  static let limit = 5

  let index: any PassageIndex

  /// The provisions that a passage refers to, in the order of its text.
  func references(from passage: IndexedPassage) throws -> [CitedPassage.Link] {
    try index.references(from: passage.ordinal).prefix(Self.limit).compactMap { reference in
      index.provisions.entry(holding: reference.target)
        .map { link(to: reference.target, in: $0, ledd: reference.ledd) }
    }
  }

  /// The provisions that refer to the passage's own: those of the same document first, then in the
  /// index's order.
  func citations(of passage: IndexedPassage) throws -> [CitedPassage.Link] {
    guard let own = index.provisions.entry(holding: passage.ordinal) else { return [] }
    var seen: Set<Range<Int32>> = [own.ordinals]
    let citing = try index.references(to: own.ordinals).compactMap { reference in
      index.provisions.entry(holding: reference.passage)
        .flatMap { seen.insert($0.ordinals).inserted ? (reference.passage, $0) : nil }
    }
    let near = citing.filter { $0.1.document == own.document }
    let far = citing.filter { $0.1.document != own.document }
    return (near + far).prefix(Self.limit).map { link(to: $0, in: $1, ledd: nil) }
  }

  /// A link to a passage, cited as where it begins.
  func link(to passage: IndexedPassage) -> CitedPassage.Link {
    let citation = Citation(
      of: passage, quote: passage.passage.range, in: index.documents[passage.document])
    return CitedPassage.Link(citation: citation.text, passage: passage.id)
  }

  private func link(
    to ordinal: PassageOrdinal, in entry: ProvisionCatalogue.Entry, ledd: Int?
  ) -> CitedPassage.Link {
    let document = index.documents[entry.document]
    let position = Int(ordinal.rawValue - entry.ordinals.lowerBound) + 1
    return CitedPassage.Link(
      citation: "\(document.citedName) \(entry.label)" + (ledd.map { " (\($0))" } ?? ""),
      passage: PassageID(document: document.id, anchor: entry.anchor, ordinal: position))
  }
}
