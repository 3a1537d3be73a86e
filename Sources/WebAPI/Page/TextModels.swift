import Analysis
import Documents
import Rendering
import Retrieval

/// The list of documents as the page shows it.
struct DocumentListModel {
  struct Entry {
    let title: String
    let address: String
    let lang: String
    let note: String
  }

  let page: PageModel
  let documents: [Entry]

  init(_ documents: [IndexedDocument], _ text: PageText) {
    page = PageModel(text, title: text["texts"])
    self.documents = documents.map { document in
      let note = [document.metadata.kind, document.metadata.citedDate.map(text.shared.date)]
      return Entry(
        title: document.title, address: text.address(of: document.id),
        lang: document.language.rawValue,
        note: note.compactMap(\.self).joined(separator: " · "))
    }
  }
}

/// A document as the page shows it.
struct DocumentModel {
  struct Heading {
    let level: Int
    let text: String
  }

  struct Section {
    let anchor: String
    let name: String
    let address: String
    /// The headings that begin here: those of a chapter too at its first section.
    let headings: [Heading]
    let lang: String
    let pieces: [Piece]
  }

  /// The text from the beginning of one passage to that of the next.
  struct Piece {
    let anchor: String
    let text: String
  }

  let page: PageModel
  let title: String
  let lang: String
  let date: String?
  let source: String?
  let sections: [Section]

  init(_ view: DocumentView, _ text: PageText) {
    page = PageModel(text, title: view.document.title)
    title = view.document.title
    lang = view.document.language.rawValue
    date = view.document.metadata.citedDate.map(text.shared.date)
    source = view.document.metadata.url.flatMap { $0.isWebAddress ? $0 : nil }
    var lastPath: [String] = []
    sections = view.sections.map { section in
      defer { lastPath = section.path }
      return Section(section, of: view, after: lastPath)
    }
  }
}

extension DocumentModel.Section {
  fileprivate init(_ section: DocumentView.Section, of view: DocumentView, after path: [String]) {
    anchor = section.anchor
    name = section.path.last ?? view.document.title
    address = "#" + PercentCoding.encode(section.anchor)
    let shared = zip(section.path, path).prefix { $0 == $1 }.count
    headings = section.path.enumerated().dropFirst(shared).map { depth, text in
      DocumentModel.Heading(level: min(depth + 2, 6), text: text)
    }
    lang = section.passages[0].language.rawValue
    let starts = section.passages.map(\.passage.range.lowerBound)
    let ends = starts.dropFirst() + [section.range.upperBound]
    pieces = zip(section.passages, zip(starts, ends)).map { passage, bounds in
      DocumentModel.Piece(
        anchor: String(passage.id.rawValue.dropFirst(view.document.id.rawValue.count + 1)),
        text: view.text.string(in: bounds.0..<max(bounds.0, bounds.1)).joiningSoftBreaks)
    }
  }
}

/// A passage by itself as the page shows it.
struct PassagePageModel {
  let page: PageModel
  let citation: String
  let place: String
  let date: String?
  let lang: String
  let leadIn: String?
  let passage: String
  let contextAddress: String
  let source: String?
  let previousAddress: String?
  let nextAddress: String?

  init(_ view: PassageView, _ text: PageText) {
    page = PageModel(text, title: view.citation.text)
    citation = view.citation.text
    place = ([view.document.title] + view.passage.sectionPath).joined(separator: " › ")
    date = view.citation.date.map(text.shared.date)
    lang = view.passage.language.rawValue
    leadIn = view.passage.leadIn
    passage = view.passage.text.joiningSoftBreaks
    contextAddress = text.address(of: view.passage.id, in: view.document.id)
    source = view.document.metadata.url.flatMap { $0.isWebAddress ? $0 : nil }
    previousAddress = view.previous.map { text.address(of: $0) }
    nextAddress = view.next.map { text.address(of: $0) }
  }
}
