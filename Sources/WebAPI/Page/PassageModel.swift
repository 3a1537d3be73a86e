import Analysis
import Documents
import Rendering
import Retrieval

/// A quoted passage as the page shows it.
struct PassageModel {
  /// A run of text in or outside the answering sentence.
  struct Run {
    let isQuote: Bool
    /// `mark` for a highlight, `span` for the rest.
    let element: String
    let text: String
  }

  /// Links of one kind, such as the provisions that the passage refers to.
  struct LinkGroup {
    let label: String
    let links: [LinkModel]
  }

  /// Tells the passage from others on the page.
  let key: Int
  let citation: String
  let place: String
  let date: String?
  /// Why the text doesn't count on the day asked about.
  let standing: String?
  let lang: String
  let leadIn: String?
  let runs: [Run]
  let contextAddress: String
  let source: String?
  let linkGroups: [LinkGroup]
  let plainCitation: String
  let passageID: String
  let document: String

  init(_ cited: CitedPassage, _ text: PageText) {
    let passage = cited.passage
    key = cited.rank
    citation = cited.citation.text
    place = Self.place(of: cited, text)
    date = cited.citation.date.map(text.shared.date)
    standing = text.shared.standing(cited.standing)
    lang = passage.language.rawValue
    leadIn = passage.leadIn
    runs = Self.runs(of: cited)
    contextAddress = text.address(of: passage.id, in: cited.document.id)
    source = cited.document.metadata.url.flatMap { $0.isWebAddress ? $0 : nil }
    linkGroups = [
      (text["alsoIn"], cited.alsoIn), (text["refersTo"], cited.refersTo),
      (text["citedBy"], cited.citedBy),
    ].filter { !$1.isEmpty }.map { label, links in
      LinkGroup(
        label: label,
        links: links.map { LinkModel(label: $0.citation, address: text.address(of: $0.passage)) })
    }
    plainCitation = [citation, date].compactMap(\.self).joined(separator: ", ")
    passageID = passage.id.rawValue
    document = cited.document.id.rawValue
  }

  private static func place(of cited: CitedPassage, _ text: PageText) -> String {
    let parts: [String?] = [
      cited.document.title == cited.citation.documentName ? nil : cited.document.title,
      cited.passage.sectionPath.isEmpty ? nil : cited.passage.sectionPath.joined(separator: " › "),
      cited.citation.page.map(text.shared.page),
      text.shared.line(cited.citation.line),
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  private static func runs(of cited: CitedPassage) -> [Run] {
    var offset = cited.passage.passage.range.lowerBound
    return cited.segments(of: cited.passage.text.joiningSoftBreaks).map { segment in
      defer { offset += segment.text.utf8.count }
      return Run(
        isQuote: cited.quote.contains(offset),
        element: segment.kind == .highlight ? "mark" : "span", text: segment.text)
    }
  }
}

/// Where pages are shown, in the reader's language.
extension PageText {
  func address(of document: DocumentID) -> String {
    Endpoint.document.path(to: document.rawValue) + "?lang=\(language.rawValue)"
  }

  /// A passage by itself.
  func address(of passage: PassageID) -> String {
    Endpoint.passage.path(to: passage.rawValue) + "?lang=\(language.rawValue)"
  }

  /// A passage within its document.
  func address(of passage: PassageID, in document: DocumentID) -> String {
    let own = passage.rawValue.dropFirst(document.rawValue.count + 1)
    return address(of: document) + "#" + PercentCoding.encode(String(own))
  }
}
