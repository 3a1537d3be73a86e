import Documents
import Retrieval
import Testing

@Suite("Concepts in questions")
struct ConceptMatcherTests {
  @Test(
    "a phrase is found in whatever form it is asked",
    arguments: [
      ("kan jeg få sparken", ["dismissal"]),
      ("fikk du sparken i går?", ["dismissal"]),
      ("oppsigelsene kom i posten", ["dismissal"]),
      ("er oppsigelsen min gyldig", ["dismissal"]),
      ("jeg ble sagt opp", ["dismissal"]),
      ("I got fired yesterday", ["dismissal"]),
      ("hva gjør en TV", ["steward"]),
      ("hva gjør en tillitsvalgt", ["steward"]),
    ])
  func forms(question: String, expected: [String]) {
    #expect(SmallVocabulary.dismissals.concepts(in: question) == expected)
  }

  @Test(
    "the words of a phrase stand in order and close together",
    arguments: [
      ("får jeg nå den forbannede sparken", ["dismissal"]),
      ("sparken får jeg aldri", []),
      ("få penger, ferie, frihet og sparken", []),
      ("få og så en hel mengde små ord som at de er i det på sparken", []),
      ("", []), ("???", []), ("få", []),
    ])
  func gaps(question: String, expected: [String]) {
    #expect(SmallVocabulary.dismissals.concepts(in: question) == expected)
  }

  private static let written = SmallVocabulary(
    """
    concepts:
      - id: broken-talks
        nb: [brudd]
        lay: {nn: [brote saman]}
      - id: joinery
        nb: [snekkerverksted]
    nynorsk:
      brote: brutt
      saman: sammen
      snikkar: snekker
      verkstad: verksted
      verkstaden: verkstedet
    """)

  @Test(
    "a phrase is found in either written form of Norwegian, compounds by their parts",
    arguments: [
      ("forhandlingane har brote saman", "broken-talks"),
      ("forhandlingene har brutt sammen", "broken-talks"),
      ("eg arbeider på snikkarverkstad", "joinery"), ("støy i snikkarverkstaden", "joinery"),
      ("støy i snekkerverkstedet", "joinery"),
    ])
  func writtenForms(question: String, concept: String) {
    #expect(Self.written.concepts(in: question) == [concept])
  }

  @Test("a word of a thousand letters is looked up in no time to speak of")
  func longWord() {
    let word = String(repeating: "verkstad", count: 125)
    #expect(Self.written.concepts(in: word).isEmpty)
  }

  @Test("the longest phrase wins over the shorter ones in it")
  func longest() {
    #expect(
      SmallVocabulary.dismissals.concepts(in: "får jeg sparken på dagen?") == ["summary-dismissal"])
  }

  @Test("phrases of other words in the same question are found beside each other")
  func several() {
    #expect(
      SmallVocabulary.dismissals.concepts(in: "fikk tillitsvalgt sparken etter avskjed?")
        == ["dismissal", "steward", "summary-dismissal"])
  }

  @Test(
    "a word counts in the question's language alone",
    arguments: [("jeg er gift", []), ("I got a gift from my boss", ["present"])])
  func languages(question: String, expected: [String]) {
    #expect(SmallVocabulary.dismissals.concepts(in: question) == expected)
  }

  @Test(
    "a Nynorsk word leads where its Bokmål counterpart leads",
    arguments: [
      ("kva er avskil", ["summary-dismissal"]), ("kven er tillitsvald her", ["steward"]),
    ])
  func nynorsk(question: String, expected: [String]) {
    #expect(SmallVocabulary.dismissals.concepts(in: question) == expected)
  }

  @Test("concepts that the same words lead to share the certainty")
  func shares() {
    let shared = SmallVocabulary.dismissals.query("hva er en plasstillitsvalgt").concepts
    #expect(shared.count == 2)
    #expect(shared.allSatisfy { $0.share == 0.5 })
    let alone = SmallVocabulary.dismissals.query("hva er en oppsigelse").concepts
    #expect(alone.map(\.share) == [1])
  }

  @Test("a match tells whether the asker used the texts' word, and how many keys it took")
  func kinds() {
    let term = SmallVocabulary.dismissals.query("oppsigelse").concepts.first
    #expect(term?.isTerm == true && term?.keyCount == 1)
    let lay = SmallVocabulary.dismissals.query("få sparken på dagen").concepts.first
    #expect(lay?.isTerm == false && lay?.keyCount == 2)
  }
}
