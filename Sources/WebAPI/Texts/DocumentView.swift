import Documents
import Retrieval

/// A document as it is read: its sections with their passages, in order.
struct DocumentView: Sendable {
  struct Section: Sendable {
    let anchor: String
    let path: [String]
    /// From the first passage to the end of the last; the heading stands before it.
    let range: Range<Int>
    let passages: [IndexedPassage]
  }

  let document: IndexedDocument
  let text: SourceText
  let sections: [Section]

  /// Nil for a document that the index doesn't hold.
  init?(of id: DocumentID, in index: any PassageIndex) throws {
    guard let document = index.documents.first(where: { $0.id == id }) else { return nil }
    self.document = document
    text = try index.text(ofDocumentAt: document.position)
    let first = index.passages.documents.firstIndex(of: Int32(document.position)) ?? 0
    let passages = try (first..<first + document.passageCount).map {
      try index.passage(at: PassageOrdinal($0))
    }
    sections = passages.chunked { $0.passage.section == $1.passage.section }.map { passages in
      let end = passages.map(\.passage.range.upperBound).max() ?? 0
      return Section(
        anchor: passages[0].anchor, path: passages[0].sectionPath,
        range: passages[0].passage.range.lowerBound..<end, passages: passages)
    }
  }
}

extension Array {
  /// Runs of neighbours that belong together; none is empty.
  fileprivate func chunked(by belongTogether: (Element, Element) -> Bool) -> [[Element]] {
    var chunks: [[Element]] = []
    for element in self {
      if let last = chunks.last?.last, belongTogether(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
    return chunks
  }
}

/// A passage as it is read by itself.
struct PassageView: Sendable {
  let passage: IndexedPassage
  let document: IndexedDocument
  let citation: Citation
  /// Its neighbours in the document.
  let previous: PassageID?
  let next: PassageID?

  /// Nil for a passage that the index doesn't hold.
  init?(of id: PassageID, in index: any PassageIndex) throws {
    guard let ordinal = try index.ordinal(of: id) else { return nil }
    passage = try index.passage(at: ordinal)
    document = index.documents[passage.document]
    citation = passage.citation(in: document)
    func neighbour(_ position: Int) throws -> PassageID? {
      guard index.passages.documents.indices.contains(position),
        index.passages.documents[position] == index.passages.documents[ordinal.index]
      else { return nil }
      return try index.passage(at: PassageOrdinal(position)).id
    }
    previous = try neighbour(ordinal.index - 1)
    next = try neighbour(ordinal.index + 1)
  }
}
