import Analysis
import Documents
import Foundation
@testable import Retrieval

/// Answers made by hand, so that what they look like depends on no ranking.
enum SampleAnswers {
  /// A statute-like text, and what is cited from it.
  static let body = """
    (1) Fristen er én måned.

    (2) Arbeidstaker med minst fem år
    har to måneder. Mer følger av avtale.
    """

  static func answered(
    question: String = "hvor lang er fristen?", title: String = "Lov om orden",
    text: String = body, document: String = "acts/orden.md"
  ) -> Answer {
    answer(
      to: question, status: .answered,
      passages: [cited(title: title, text: text, document: document)])
  }

  static func answer(
    to question: String, status: Answer.Status, passages: [CitedPassage] = [],
    unknown: [String] = []
  ) -> Answer {
    var interpretation = Interpretation(language: .bokmål)
    interpretation.unknownWords = unknown
    return Answer(
      question: Question(question), status: status, interpretation: interpretation,
      passages: passages, conversation: Conversation())
  }

  /// A passage that stands at byte 100, whose second line's sentence is quoted.
  static func cited(
    title: String = "Lov om orden", text: String = body, document: String = "acts/orden.md",
    rank: Int = 1
  ) -> CitedPassage {
    let start = 100
    let range = start..<(start + text.utf8.count)
    let quote =
      Self.range(of: "Arbeidstaker med minst fem år\nhar to måneder.", in: text)
      ?? 0..<text.utf8.count
    let highlight = Self.range(of: "Fristen", in: text)
    var metadata = DocumentMetadata()
    metadata.lastChanged = "2024-07-01"
    metadata.inForceFrom = "2006-01-01"
    metadata.url = "https://example.org/orden"
    let indexed = IndexedPassage(
      ordinal: PassageOrdinal(0),
      passage: Passage(
        id: PassageID(document: DocumentID(document), anchor: "§2-1", ordinal: 1), section: 0,
        ordinal: 1, range: range, sentences: [range], leadIn: nil, ledd: 1...2),
      text: text, leadIn: nil, language: .bokmål, document: 0,
      section: SectionReference(
        path: ["Kapittel 2. Oppsigelse", "§ 2-1 Frister"], anchor: "§2-1",
        provision: ProvisionLabel(heading: "§ 2-1"), ledd: []),
      line: 12, page: nil, textHash: ContentHash.of(Array(text.utf8)))
    return CitedPassage(
      rank: rank, score: 12.3456789, confidence: 0.87654, passage: indexed,
      document: IndexedDocument(
        position: 0, id: DocumentID(document), title: title, language: .bokmål,
        metadata: metadata, contentHash: "", passageCount: 1),
      quote: quote.shifted(by: start), quoteText: indexed.text(in: quote.shifted(by: start)),
      highlights: highlight.map { [$0.shifted(by: start)] } ?? [],
      citation: Citation(
        documentName: title, provision: ProvisionLabel(heading: "§ 2-1"), ledd: 2,
        heading: nil, date: "2024-07-01", line: 12, page: nil))
  }

  private static func range(of part: String, in text: String) -> Range<Int>? {
    guard let found = text.range(of: part) else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return start..<(start + part.utf8.count)
  }
}
