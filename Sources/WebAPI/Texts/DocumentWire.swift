import Analysis
import Documents
import Rendering
import Retrieval

/// The JSON form of a range of bytes.
struct RangeWire: Encodable {
  let start: Int
  let end: Int

  init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }
}

/// The JSON form of a document without its text.
struct DocumentWire: Encodable {
  let id: String
  let title: String
  let shortTitle: String?
  let language: String
  let kind: String?
  let publisher: String?
  let date: String?
  let inForceFrom: String?
  let inForceTo: String?
  let url: String?
  let sha256: String
  let passages: Int

  init(_ document: IndexedDocument) {
    let metadata = document.metadata
    id = document.id.rawValue
    title = document.title
    shortTitle = metadata.shortTitle
    language = document.language.rawValue
    kind = metadata.kind
    publisher = metadata.publisher
    date = metadata.citedDate
    inForceFrom = metadata.inForceFrom
    inForceTo = metadata.inForceTo
    url = metadata.url
    sha256 = document.contentHash
    passages = document.passageCount
  }
}

/// The JSON form of all documents.
struct DocumentListWire: Encodable {
  let documents: [DocumentWire]
}

/// The JSON form of a document with its sections and text. Ranges are UTF-8 bytes of the text.
struct DocumentTextWire: Encodable {
  struct Section: Encodable {
    let anchor: String
    let path: [String]
    let range: RangeWire
    let passages: [String]
  }

  let document: DocumentWire
  let sections: [Section]
  let text: String

  init(_ view: DocumentView) {
    document = DocumentWire(view.document)
    sections = view.sections.map { section in
      Section(
        anchor: section.anchor, path: section.path, range: RangeWire(section.range),
        passages: section.passages.map(\.id.rawValue))
    }
    text = view.text.string(in: view.text.fullRange)
  }
}

/// The JSON form of a passage by itself; names are those of an answer's passages.
struct PassageTextWire: Encodable {
  let passageID: String
  let document: String
  let title: String
  let section: [String]
  let anchor: String
  let page: Int?
  let line: Int
  let range: RangeWire
  let text: String
  let leadIn: String?
  let citation: String
  let sha256: String
  let language: String
  let date: String?
  let inForceFrom: String?
  let url: String?
  let previous: String?
  let next: String?

  init(_ view: PassageView) {
    let passage = view.passage
    passageID = passage.id.rawValue
    document = view.document.id.rawValue
    title = view.document.title
    section = passage.sectionPath
    anchor = passage.anchor
    page = passage.page
    line = passage.line
    range = RangeWire(passage.passage.range)
    text = passage.text
    leadIn = passage.leadIn
    citation = view.citation.text
    sha256 = passage.textHash
    language = passage.language.rawValue
    date = view.citation.date
    inForceFrom = view.document.metadata.inForceFrom
    url = view.document.metadata.url
    previous = view.previous?.rawValue
    next = view.next?.rawValue
  }
}
