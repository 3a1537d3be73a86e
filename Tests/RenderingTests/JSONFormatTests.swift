import Analysis
import Documents
import Foundation
import Rendering
@testable import Retrieval
import Testing

@Suite struct JSONFormatTests {
  @Test("an answer is one line, keys in alphabetical order")
  func answered() {
    let json = JSONFormat(elapsedMilliseconds: 1.23456).string(SampleAnswers.answered())
    #expect(
      json == #"{"elapsed_ms":1.235,"interpretation":{"carried":[],"concepts":[],"#
        + #""corrections":[],"language":"nb","unknown":[]},"narrowing":[],"passages":[{"also_in":[],"#
        + #""citation":"Lov om orden § 2-1 (2)","cited_by":[],"confidence":0.8765,"#
        + #""date":"2024-07-01","document":"acts/orden.md","highlights":[{"end":111,"start":104}],"#
        + #""in_force_from":"2006-01-01","language":"nb","line":12,"passage_id":"acts/orden.md#§2-1/1","#
        + #""quote":{"range":{"end":179,"start":132},"#
        + #""text":"Arbeidstaker med minst fem år\nhar to måneder."},"range":{"end":202,"start":100},"#
        + #""rank":1,"refers_to":[],"score":12.345679,"section":["Kapittel 2. Oppsigelse","§ 2-1 Frister"],"#
        + #""sha256":"cec5237051f0998ea87cf8860c86036f89c9c04f894f5ed3376c3dc5f8f43855","text":"(1) Fristen er én måned.\n\n"#
        + #"(2) Arbeidstaker med minst fem år\nhar to måneder. Mer følger av avtale.","#
        + #""title":"Lov om orden","url":"https://example.org/orden"}],"#
        + #""question":"hvor lang er fristen?","status":"answered","suggestions":[]}"# + "\n")
  }

  @Test("what only some answers have")
  func everything() throws {
    var passage = SampleAnswers.cited()
    passage.standing = .superseded(by: "Nyordensloven")
    passage.alsoIn = [.init(citation: "Avtalen § 1", passage: PassageID(rawValue: "a.md#§1/1"))]
    passage.refersTo = [.init(citation: "Avtalen § 2", passage: PassageID(rawValue: "a.md#§2/1"))]
    passage.citedBy = [.init(citation: "Avtalen § 3", passage: PassageID(rawValue: "a.md#§3/1"))]
    passage.explanation = Explanation(
      parts: [.init("stem BM25", 5, parts: [.init("frist", 4.5), .init("lang", 0.5)])])
    var interpretation = Interpretation(language: .nynorsk)
    interpretation.concepts = ["frist"]
    interpretation.corrections = [.init(from: "frits", to: "frist")]
    interpretation.carried = ["oppseiing"]
    interpretation.elsewhere = "folketrygdloven"
    var answer = Answer(
      question: Question("frits"), status: .uncertain, interpretation: interpretation,
      passages: [], conversation: Conversation())
    answer.nearestMiss = passage
    answer.narrowing = Narrowing(choices: [
      .init(label: "Ordensloven", documents: [DocumentID("b.md"), DocumentID("a.md")])
    ])
    answer.suggestions = ["oppseiingsfrist"]
    let json = JSONFormat().string(answer)
    for part in [
      #""carried":["oppseiing"],"concepts":["frist"],"corrections":[{"from":"frits","to":"frist"}],"#
        + #""elsewhere":"folketrygdloven","language":"nn","unknown":[]}"#,
      #""narrowing":[{"documents":["a.md","b.md"],"label":"Ordensloven"}],"nearest_miss":{"#,
      #""also_in":[{"citation":"Avtalen § 1","passage_id":"a.md#§1/1"}],"citation":"#,
      #""cited_by":[{"citation":"Avtalen § 3","passage_id":"a.md#§3/1"}],"confidence":"#,
      #""document":"acts/orden.md","explanation":[{"name":"stem BM25","parts":["#
        + #"{"name":"frist","parts":[],"value":4.5},{"name":"lang","parts":[],"value":0.5}],"#
        + #""value":5}],"highlights":"#,
      #""refers_to":[{"citation":"Avtalen § 2","passage_id":"a.md#§2/1"}],"score":"#,
      #""standing":{"state":"superseded","superseded_by":"Nyordensloven"},"text":"#,
      #""passages":[],"question":"frits","status":"uncertain","suggestions":["oppseiingsfrist"]}"#,
    ] { #expect(json.contains(part), "\(json)") }
  }

  @Test("nothing found")
  func notFound() throws {
    let answer = SampleAnswers.answer(to: "kvant", status: .notFound, unknown: ["kvant"])
    let object = try object(answer)
    #expect(object["status"] as? String == "not_found")
    #expect((object["passages"] as? [Any])?.isEmpty == true)
    #expect((object["interpretation"] as? [String: Any])?["unknown"] as? [String] == ["kvant"])
  }

  @Test(
    "text comes back as it was, whatever it holds",
    arguments: [
      "\"", "\\", "\u{0}", "\u{1B}[31m", "linje\nskift\r\n\t", "\u{2028}", "</script>", "👍",
      "å\u{30A}",
    ])
  func verbatim(text: String) throws {
    let answer = SampleAnswers.answered(question: text, title: text, text: text + ".")
    #expect(
      JSONFormat().string(answer).unicodeScalars.count {
        "\n\u{2028}\u{2029}".unicodeScalars.contains($0)
      } == 1)
    let object = try object(answer)
    #expect((object["question"] as? String).map { Array($0.utf8) } == Array(text.utf8))
    let passage = try #require((object["passages"] as? [[String: Any]])?.first)
    #expect((passage["text"] as? String).map { Array($0.utf8) } == Array((text + ".").utf8))
  }

  @Test("no more passages than asked for")
  func limit() throws {
    let passages = (1...5).map { SampleAnswers.cited(rank: $0) }
    let answer = SampleAnswers.answer(to: "frist", status: .answered, passages: passages)
    let json = JSONFormat(limit: 2).string(answer)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect((object["passages"] as? [Any])?.count == 2)
  }

  private func object(_ answer: Answer) throws -> [String: Any] {
    let data = Data(JSONFormat().string(answer).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
