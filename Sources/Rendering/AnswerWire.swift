// The names are the JSON contract's.
// swift-format-ignore-file: AlwaysUseLowerCamelCase

import Analysis
import Documents
package import Retrieval

/// The JSON form of an answer. Names are stable; additions are allowed.
package struct AnswerWire: Encodable, Sendable {
  package let question: String
  package let status: Answer.Status
  package let interpretation: InterpretationWire
  package let passages: [PassageWire]
  package let nearest_miss: PassageWire?
  package let narrowing: [NarrowingWire]
  package let suggestions: [String]
  package let elapsed_ms: Double?

  package init(_ answer: Answer, limit: Int, elapsedMilliseconds: Double?) {
    question = answer.question.text
    status = answer.status
    interpretation = InterpretationWire(answer.interpretation)
    passages = answer.passages.prefix(limit).map(PassageWire.init)
    nearest_miss = answer.nearestMiss.map(PassageWire.init)
    narrowing = answer.narrowing?.choices.map(NarrowingWire.init) ?? []
    suggestions = answer.suggestions
    elapsed_ms = elapsedMilliseconds.map { $0.rounded(toPlaces: 3) }
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
  /// Where the answer usually stands, if not here.
  let elsewhere: String?

  init(_ interpretation: Interpretation) {
    language = interpretation.language.rawValue
    carried = interpretation.carried
    corrections = interpretation.corrections.map { Correction(from: $0.from, to: $0.to) }
    concepts = interpretation.concepts
    unknown = interpretation.unknownWords
    elsewhere = interpretation.elsewhere
  }
}

package struct NarrowingWire: Encodable, Sendable {
  let label: String
  let documents: [String]

  init(_ choice: Narrowing.Choice) {
    label = choice.label
    documents = choice.documents.sorted().map(\.rawValue)
  }
}

package struct LinkWire: Encodable, Sendable {
  let citation: String
  let passage_id: String

  init(_ link: CitedPassage.Link) {
    citation = link.citation
    passage_id = link.passage.rawValue
  }
}

package struct ExplanationWire: Encodable, Sendable {
  let name: String
  let value: Double
  let parts: [ExplanationWire]

  init(_ part: Explanation.Part) {
    name = part.name
    value = part.value.rounded(toPlaces: 6)
    parts = part.parts.map(ExplanationWire.init)
  }
}

/// Why a text doesn't count on the date asked about.
package struct StandingWire: Encodable, Sendable {
  enum State: String, Encodable {
    case notYetInForce = "not_yet_in_force"
    case noLongerInForce = "no_longer_in_force"
    case superseded
  }

  let state: State
  let as_of: String?
  let superseded_by: String?

  /// Nil for a text in force.
  init?(_ standing: Standing) {
    switch standing {
    case .inForce: return nil
    case .notYetInForce(let on, _):
      (state, as_of, superseded_by) = (.notYetInForce, on.description, nil)
    case .noLongerInForce(let on, _):
      (state, as_of, superseded_by) = (.noLongerInForce, on.description, nil)
    case .superseded(let name): (state, as_of, superseded_by) = (.superseded, nil, name)
    }
  }
}

package struct RangeWire: Encodable, Sendable {
  let start: Int
  let end: Int

  package init(_ range: Range<Int>) {
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
  let lead_in: QuoteWire?
  let quote: QuoteWire
  let highlights: [RangeWire]
  let citation: String
  let passage_id: String
  let sha256: String
  let language: String
  let date: String?
  let in_force_from: String?
  let in_force_to: String?
  /// Left out for a text in force.
  let standing: StandingWire?
  let url: String?
  let also_in: [LinkWire]
  let refers_to: [LinkWire]
  let cited_by: [LinkWire]
  let explanation: [ExplanationWire]?

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
    lead_in = passage.passage.leadIn.map {
      QuoteWire(range: RangeWire($0), text: passage.leadIn ?? "")
    }
    quote = QuoteWire(range: RangeWire(cited.quote), text: cited.quoteText)
    highlights = cited.highlights.map(RangeWire.init)
    citation = cited.citation.text
    passage_id = passage.id.rawValue
    sha256 = passage.textHash
    language = passage.language.rawValue
    date = cited.citation.date
    in_force_from = cited.document.metadata.inForceFrom
    in_force_to = cited.document.metadata.inForceTo
    standing = StandingWire(cited.standing)
    url = cited.document.metadata.url
    also_in = cited.alsoIn.map(LinkWire.init)
    refers_to = cited.refersTo.map(LinkWire.init)
    cited_by = cited.citedBy.map(LinkWire.init)
    explanation = cited.explanation?.parts.map(ExplanationWire.init)
  }
}

extension Double {
  func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
