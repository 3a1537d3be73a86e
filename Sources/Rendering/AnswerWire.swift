import Analysis
import Documents
package import Retrieval

/// The JSON form of an answer. Names are stable; additions are allowed.
package struct AnswerWire: Encodable, Sendable {
  package let question: String
  package let status: Answer.Status
  package let interpretation: InterpretationWire
  package let passages: [PassageWire]
  package let suggestions: [String]
  package let elapsedMilliseconds: Double?

  private enum CodingKeys: String, CodingKey {
    case question, status, interpretation, passages, suggestions
    case elapsedMilliseconds = "elapsed_ms"
  }

  package init(_ answer: Answer, limit: Int, elapsedMilliseconds: Double?) {
    question = answer.question.text
    status = answer.status
    interpretation = InterpretationWire(answer.interpretation)
    passages = answer.passages.prefix(limit).map(PassageWire.init)
    suggestions = []
    self.elapsedMilliseconds = elapsedMilliseconds.map { $0.rounded(toPlaces: 3) }
  }
}

package struct InterpretationWire: Encodable, Sendable {
  package struct Correction: Encodable, Sendable {
    let from: String
    let to: String
  }

  let language: String
  let carried: [String]
  let corrections: [Correction]
  let concepts: [String]
  let unknown: [String]

  init(_ interpretation: Interpretation) {
    language = interpretation.language.rawValue
    carried = []
    corrections = []
    concepts = []
    unknown = interpretation.unknownWords
  }
}

package struct RangeWire: Encodable, Sendable {
  let start: Int
  let end: Int

  init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }
}

package struct QuoteWire: Encodable, Sendable {
  let range: RangeWire
  let text: String
}

package struct PassageWire: Encodable, Sendable {
  let rank: Int
  let score: Double
  let confidence: Double
  let document: String
  let title: String
  let section: [String]
  let page: Int?
  let line: Int
  let range: RangeWire
  let text: String
  let leadIn: QuoteWire?
  let quote: QuoteWire
  let highlights: [RangeWire]
  let citation: String
  let passageID: String
  let sha256: String
  let language: String
  let date: String?
  let inForceFrom: String?
  let url: String?

  private enum CodingKeys: String, CodingKey {
    case rank, score, confidence, document, title, section, page, line, range, text, quote
    case highlights, citation, sha256, language, date, url
    case leadIn = "lead_in"
    case passageID = "passage_id"
    case inForceFrom = "in_force_from"
  }

  init(_ cited: CitedPassage) {
    let passage = cited.passage
    rank = cited.rank
    score = cited.score.rounded(toPlaces: 6)
    confidence = cited.confidence.rounded(toPlaces: 4)
    document = cited.document.id.rawValue
    title = cited.document.title
    section = passage.sectionPath
    page = passage.page
    line = passage.line
    range = RangeWire(passage.passage.range)
    text = passage.text
    leadIn = passage.passage.leadIn.map { range in
      QuoteWire(range: RangeWire(range), text: passage.leadIn ?? "")
    }
    quote = QuoteWire(range: RangeWire(cited.quote), text: cited.quoteText)
    highlights = cited.highlights.map(RangeWire.init)
    citation = cited.citation.text
    passageID = passage.id.rawValue
    sha256 = passage.textHash
    language = passage.language.rawValue
    date = cited.citation.date
    inForceFrom = cited.document.metadata.inForceFrom
    url = cited.document.metadata.url
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
