import Analysis
import Documents
import Retrieval

/// The JSON contract, in alphabetical order. Names are stable; additions are allowed.
extension JSONWriter {
  mutating func write(_ answer: Answer, limit: Int, elapsedMilliseconds: Double?) {
    object { json in
      json.member("elapsed_ms", elapsedMilliseconds?.rounded(toPlaces: 3))
      json.object("interpretation") { $0.members(of: answer.interpretation) }
      json.array("narrowing", of: answer.narrowing?.choices ?? []) { $0.write($1) }
      if let nearest = answer.nearestMiss {
        json.object("nearest_miss") { $0.members(of: nearest) }
      }
      if !answer.parts.isEmpty { json.array("parts", of: answer.parts) { $0.write($1) } }
      json.array("passages", of: answer.passages.prefix(limit)) { json, passage in
        json.object { $0.members(of: passage) }
      }
      json.member("question", answer.question.text)
      json.member("status", answer.status.rawValue)
      json.member("suggestions", answer.suggestions)
    }
  }

  private mutating func members(of interpretation: Interpretation) {
    member("carried", interpretation.carried)
    member("concepts", interpretation.concepts)
    array("corrections", of: interpretation.corrections) { json, correction in
      json.object {
        $0.member("from", correction.from)
        $0.member("to", correction.to)
      }
    }
    // Where the answer usually stands, if not here.
    member("elsewhere", interpretation.elsewhere)
    member("language", interpretation.language.rawValue)
    member("unknown", interpretation.unknownWords)
  }

  private mutating func write(_ part: Answer.Part) {
    object {
      $0.member("citation", part.passage?.citation.text)
      $0.member("passage_id", part.passage?.passage.id.rawValue)
      $0.member("quote", part.passage?.quoteText)
      $0.member("status", part.status.rawValue)
      $0.member("text", part.text)
    }
  }

  private mutating func write(_ choice: Narrowing.Choice) {
    object {
      $0.member("documents", choice.documents.sorted().map(\.rawValue))
      $0.member("label", choice.label)
    }
  }

  private mutating func members(of cited: CitedPassage) {
    let passage = cited.passage
    let metadata = cited.document.metadata
    array("also_in", of: cited.alsoIn) { $0.write($1) }
    member("citation", cited.citation.text)
    array("cited_by", of: cited.citedBy) { $0.write($1) }
    member("confidence", cited.confidence.rounded(toPlaces: 4))
    member("date", cited.citation.date)
    member("document", cited.document.id.rawValue)
    if let explanation = cited.explanation {
      array("explanation", of: explanation.parts) { $0.write($1) }
    }
    array("highlights", of: cited.highlights) { json, range in
      json.object { $0.members(of: range) }
    }
    member("in_force_from", metadata.inForceFrom)
    member("in_force_to", metadata.inForceTo)
    member("language", passage.language.rawValue)
    if let range = passage.passage.leadIn { quote("lead_in", range, passage.leadIn ?? "") }
    member("line", passage.line)
    member("page", passage.page)
    member("passage_id", passage.id.rawValue)
    quote("quote", cited.quote, cited.quoteText)
    object("range") { $0.members(of: passage.passage.range) }
    member("rank", cited.rank)
    array("refers_to", of: cited.refersTo) { $0.write($1) }
    member("score", cited.score.rounded(toPlaces: 6))
    member("section", passage.sectionPath)
    member("sha256", passage.textHash)
    standing(cited.standing)
    member("text", passage.text)
    member("title", cited.document.title)
    member("url", metadata.url)
  }

  private mutating func quote(_ name: StaticString, _ range: Range<Int>, _ text: String) {
    object(name) { json in
      json.object("range") { $0.members(of: range) }
      json.member("text", text)
    }
  }

  private mutating func members(of range: Range<Int>) {
    member("end", range.upperBound)
    member("start", range.lowerBound)
  }

  private mutating func write(_ link: CitedPassage.Link) {
    object {
      $0.member("citation", link.citation)
      $0.member("passage_id", link.passage.rawValue)
    }
  }

  private mutating func write(_ part: Explanation.Part) {
    object { json in
      json.member("name", part.name)
      json.array("parts", of: part.parts) { $0.write($1) }
      json.member("value", part.value.rounded(toPlaces: 6))
    }
  }

  /// Why a text doesn't count on the date asked about; left out for a text in force.
  private mutating func standing(_ standing: Standing) {
    switch standing {
    case .inForce: break
    case .notYetInForce(let day, _): write(state: "not_yet_in_force", asOf: day)
    case .noLongerInForce(let day, _): write(state: "no_longer_in_force", asOf: day)
    case .superseded(let name): write(state: "superseded", supersededBy: name)
    }
  }

  private mutating func write(
    state: String, asOf day: PolicyDate? = nil, supersededBy name: String? = nil
  ) {
    object("standing") {
      $0.member("as_of", day?.description)
      $0.member("state", state)
      $0.member("superseded_by", name)
    }
  }
}

extension Double {
  fileprivate func rounded(toPlaces places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
