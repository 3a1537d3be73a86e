import Documents
import Retrieval
import Testing

@Suite("Expansion by concepts and written forms")
struct QueryExpanderTests {
  private static let questions = [
    "kan jeg få sparken når jeg er syk", "får jeg sparken på dagen?", "I got fired yesterday",
    "hva er oppsigelse", "tillitsvald fekk oppseiing", "plasstillitsvalgt og avskjed",
  ]

  @Test("every added word weighs less than the asker's own", arguments: questions)
  func weights(question: String) {
    let query = SmallVocabulary.dismissals.query(question)
    let own = query.contentTerms.map(\.weight).max() ?? 0
    #expect(!query.expansions.isEmpty)
    #expect(query.expansions.allSatisfy { $0.weight > 0 && $0.weight < own })
    let counterparts = query.terms.flatMap(\.counterparts)
    #expect(counterparts.allSatisfy { $0.weight < own })
  }

  @Test("the asker's words aren't added again", arguments: questions)
  func noRepetition(question: String) {
    let query = SmallVocabulary.dismissals.query(question)
    let own = Set(query.contentTerms.map(\.norwegianStem))
    #expect(!query.expansions.contains { $0.norwegian == true && own.contains($0.stem) })
  }

  @Test("a concept's better words weigh more, in each language for itself")
  func decay() throws {
    let added = SmallVocabulary.dismissals.query("få sparken").expansions
    let norwegian = added.filter { $0.norwegian == true }
    let best = try #require(norwegian.max { $0.weight < $1.weight })
    #expect(best.stem == "oppsig")
    #expect(added.contains { $0.stem == "dismiss" && $0.norwegian == false })
    #expect(try #require(norwegian.first { $0.stem == "opphør" }).weight < best.weight)
  }

  @Test("a lay phrase adds more than a word that the texts use themselves")
  func kinds() throws {
    func weight(_ question: String) throws -> Double {
      let added = SmallVocabulary.dismissals.query(question).expansions
      return try #require(added.first { $0.stem == "opphør" }).weight
    }
    #expect(try weight("hva er oppsigelse") < weight("kan jeg få sparken"))
  }

  @Test("what is added comes in the same order in every run")
  func determinism() {
    let query = SmallVocabulary.dismissals.query("få sparken og plasstillitsvalgt")
    for _ in 0..<5 {
      #expect(
        SmallVocabulary.dismissals.query("få sparken og plasstillitsvalgt").expansions
          == query.expansions)
    }
  }

  @Test("without a vocabulary a query stays as it is")
  func empty() {
    let query = QueryAnalyzer().analyze(Question("kan jeg få sparken"))
    let expanded = QueryExpander(CompiledVocabulary()).expand(query)
    #expect(expanded.terms == query.terms)
    #expect(expanded.concepts.isEmpty && expanded.expansions.isEmpty)
  }

  @Test(
    "a word is looked for in both written forms of Norwegian",
    arguments: [("ei oppseiing", "oppsig"), ("en oppsigelse", "oppseiing")])
  func counterparts(question: String, stem: String) {
    let query = SmallVocabulary.dismissals.query(question)
    #expect(query.terms.flatMap(\.counterparts).map(\.stem) == [stem])
    #expect(query.weightedStems.contains { $0.stem == stem && $0.isCounterpart })
  }

  @Test("an English question is left alone by the written forms of Norwegian")
  func english() {
    let query = SmallVocabulary.dismissals.query("what is the kva of my oppsigelse")
    #expect(query.terms.flatMap(\.counterparts) == [])
  }

  @Test("a Nynorsk word finds Bokmål texts and the other way round")
  func bothWays() throws {
    let texts = try index([
      "bokmål.md": "# Regler\n\nEn oppsigelse skal være skriftlig, og den leveres til deg.",
      "nynorsk.md": "# Reglar\n\nEi oppseiing skal vere skriftleg, og ho blir levert til deg.",
      "annet.md": "# Annet\n\nFerien er lang, og den tas om sommeren i hele landet.",
    ])
    let assistant = Assistant(index: texts, vocabulary: SmallVocabulary.dismissals.compiled)
    for question in ["oppsigelse", "oppseiing"] {
      let found = try assistant.answer(to: Question(question)).passages.prefix(2)
      #expect(Set(found.map(\.document.id.rawValue)) == ["bokmål.md", "nynorsk.md"])
    }
  }

  @Test("rarity is told over both written forms: the rarer one gets no more than the other")
  func rarity() throws {
    var texts = ["nynorsk.md": "# Nynorsk\n\nEi oppseiing skal vere skriftleg og grunngjeven."]
    for number in 1...9 {
      texts["bokmål\(number).md"] = "# Bokmål\n\nEn oppsigelse skal være skriftlig og begrunnet."
    }
    let finder = CandidateFinder()
    let query = SmallVocabulary.dismissals.query("oppsigelse")
    let own = try finder.candidates(
      for: query.contentTerms.flatMap(\.weightedStems), in: try index(texts), limit: 10)
    let scores = Dictionary(
      own.map { ($0.ordinal, $0.score) }, uniquingKeysWith: { first, _ in first })
    let nynorsk = try #require(scores.min { $0.value < $1.value })
    #expect(try index(texts).passage(at: nynorsk.key).text.contains("oppseiing"))
  }
}
