import Analysis
import Documents
import Retrieval

/// The titles and headings of all documents, to be found by the beginnings of their words.
struct HeadingList: Sendable {
  struct Heading: Sendable, Equatable {
    /// `Ferieloven § 5 Feriefritidens lengde`.
    let text: String
    let document: DocumentID
    /// Nil for a document as a whole.
    let anchor: String?
  }

  private struct Entry {
    let heading: Heading
    let words: [String]
  }

  private let entries: [Entry]

  /// Documents first, then sections, in order.
  init(of index: any PassageIndex) throws {
    let tokenizer = Tokenizer()
    func entry(_ text: String, _ document: IndexedDocument, _ anchor: String?) -> Entry {
      Entry(
        heading: Heading(text: text, document: document.id, anchor: anchor),
        words: tokenizer.tokens(in: text).map(\.form))
    }
    var entries = index.documents.map { entry($0.title, $0, nil) }
    var last: (document: Int, anchor: String)?
    for position in 0..<index.passages.count {
      let passage = try index.passage(at: PassageOrdinal(position))
      guard let name = passage.sectionPath.last,
        last?.document != passage.document || last?.anchor != passage.anchor
      else { continue }
      last = (passage.document, passage.anchor)
      let document = index.documents[passage.document]
      entries.append(entry("\(document.citedName) \(name)", document, passage.anchor))
    }
    self.entries = entries
  }

  /// Headings in which every word asked for begins a word, the shortest first.
  func matches(for text: String, limit: Int) -> [Heading] {
    let asked = Tokenizer().tokens(in: text).map(\.form)
    guard !asked.isEmpty else { return [] }
    return
      entries
      .filter { entry in
        asked.allSatisfy { word in entry.words.contains { $0.hasPrefix(word) } }
      }
      .enumerated()
      .sorted { ($0.element.words.count, $0.offset) < ($1.element.words.count, $1.offset) }
      .prefix(limit)
      .map(\.element.heading)
  }
}
