package import Analysis
import Documents
package import Foundation
package import Retrieval

/// A session as evidence: what was asked, what was quoted, and what shows that the quotes are the
/// sources' own words.
package struct EvidencePack: Codable, Sendable, Equatable {
  /// Names the data and how it is shown; changes when either does.
  package static let formatName = "tillit-evidence/1"

  package var format = formatName
  /// The program and its version.
  package var program: String
  /// When it was saved, in UTC: `2026-11-21T12:00:00Z`.
  package var saved: String
  package var language: Language
  /// In the order they were asked.
  package var exchanges: [Exchange]

  /// A question and what was shown for it.
  package struct Exchange: Codable, Sendable, Equatable {
    package var question: String
    package var status: Answer.Status
    package var asOf: String?
    package var carried: [String]
    package var passages: [Passage]

    private enum CodingKeys: String, CodingKey {
      case question, status, carried, passages
      case asOf = "as_of"
    }
  }

  /// A range of bytes.
  package struct Span: Codable, Sendable, Equatable {
    package var start: Int
    package var end: Int

    package init(_ range: Range<Int>) {
      start = range.lowerBound
      end = range.upperBound
    }
  }

  /// A quoted passage. Ranges are in bytes of the source's text.
  package struct Passage: Codable, Sendable, Equatable {
    package var citation: String
    package var document: String
    /// SHA-256 of the source file.
    package var documentHash: String
    package var title: String
    package var section: [String]
    package var date: String?
    package var url: String?
    package var line: Int
    package var page: Int?
    package var range: Span
    package var text: String
    /// SHA-256 of `text`.
    package var textHash: String
    package var leadIn: String?
    package var quote: Span

    private enum CodingKeys: String, CodingKey {
      case citation, document, title, section, date, url, line, page, range, text, quote
      case documentHash = "document_sha256"
      case textHash = "sha256"
      case leadIn = "lead_in"
    }

    package init(_ cited: CitedPassage) {
      citation = cited.citation.text
      document = cited.document.id.rawValue
      documentHash = cited.document.contentHash
      title = cited.document.title
      section = cited.passage.sectionPath
      date = cited.citation.date
      url = cited.document.metadata.url
      line = cited.citation.line
      page = cited.citation.page
      range = Span(cited.passage.passage.range)
      text = cited.passage.text
      textHash = cited.passage.textHash
      leadIn = cited.passage.leadIn
      quote = Span(cited.quote)
    }

    /// The answering sentence; nil where its range isn't within the passage's.
    package var quoteText: String? {
      let utf8 = Array(text.utf8)
      let start = quote.start - range.start
      let end = quote.end - range.start
      guard 0 <= start, start <= end, end <= utf8.count else { return nil }
      return String(decoding: utf8[start..<end], as: UTF8.self)
    }
  }

  /// `limit` is the most passages kept of each answer.
  package init(
    _ answers: [Answer], limit: Int, program: String, saved: Date, language: Language
  ) {
    self.program = program
    self.saved = saved.formatted(.iso8601)
    self.language = language
    exchanges = answers.map { answer in
      Exchange(
        question: answer.question.text, status: answer.status,
        asOf: answer.question.scope.asOf, carried: answer.interpretation.carried,
        passages: answer.passages.prefix(limit).map(Passage.init))
    }
  }
}
