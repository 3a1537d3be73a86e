import Retrieval
import Testing

@Suite("A question with a term that documents introduce") struct DefinedTermAnswerTests {
  private static let act = """
    # Vaktloven

    ## § 1 Vaktlag

    Vaktlaget skal møte presis. Vaktlag som møter for sent, får trekk i lønnen.

    ## § 2 Ord i loven

    Loven gjelder til sjøs. Med vaktlag menes i denne lov de som går vakt sammen på dekk.

    ## § 3 Register

    Skip i Norsk ordinært skipsregister (NOR) skal føre vaktbok.

    ## § 4 Gebyr

    Rederiet betaler gebyr for å stå i NOR.
    """

  private static let agreement = """
    # Hovedavtalen mellom rederne og sjøfolkene

    ## § 1 Parter

    Hovedavtalen mellom rederne og sjøfolkene (heretter kalt HRS) gjelder fra nyttår.

    ## § 2 Vakt

    Med vaktlag menes i avtalen alle på samme skip. NOR er også navnet på en båt.

    ## § 3 Møter

    Partene møtes hver vår i Bergen.
    """

  private func answer(_ text: String, explaining: Bool = false) throws -> Answer {
    let index = try InlineTexts.index(["avtale.md": Self.agreement, "vaktloven.md": Self.act])
    return try Assistant(index: index).answer(to: Question(text), explaining: explaining)
  }

  @Test(
    "what the term means is answered with the sentence that defines it",
    arguments: [
      "hva er et vaktlag?", "Hva menes med vaktlag", "kva tyder vaktlag", "definisjon av vaktlag",
      "hva betyr ordet vaktlag i loven?",
    ])
  func definition(question: String) throws {
    let answer = try answer(question)
    #expect(answer.status == .answered)
    let quotes = answer.passages.prefix(2).map(\.quoteText)
    #expect(
      Set(quotes) == [
        "Med vaktlag menes i denne lov de som går vakt sammen på dekk.",
        "Med vaktlag menes i avtalen alle på samme skip.",
      ])
  }

  @Test("the definition of the document that the question names comes first")
  func named() throws {
    #expect(
      try answer("hva menes med vaktlag i vaktloven?").passages.first?.citation.text
        == "Vaktloven § 2")
  }

  @Test("asks for more than the meaning: the definition is no answer")
  func other() throws {
    let first = try answer("hva er trekk i lønnen for et vaktlag?").passages.first
    #expect(first?.citation.text == "Vaktloven § 1")
  }

  @Test("is understood by its long form, which is shown")
  func longForm() throws {
    let answer = try answer("hva er gebyret for NOR", explaining: true)
    #expect(answer.interpretation.concepts == ["Norsk ordinært skipsregister"])
    let register = try #require(answer.passages.first { $0.citation.text == "Vaktloven § 3" })
    let parts = register.explanation?.parts.flatMap(\.parts).map(\.name) ?? []
    #expect(parts.contains("skipsregist (NOR)"))
  }

  @Test("finds by the long form what says only the short one, in the document that introduces it")
  func shortForm() throws {
    let answer = try answer("skal vi betale for norsk ordinært skipsregister", explaining: true)
    let found = answer.passages.filter { passage in
      passage.explanation?.parts.flatMap(\.parts).contains { $0.name == "nor (NOR)" } ?? false
    }
    #expect(found.map(\.citation.text).contains("Vaktloven § 4"))
    #expect(found.allSatisfy { $0.citation.text.hasPrefix("Vaktloven") })
  }

  @Test("finds a provision by the name that its text gives itself")
  func ownName() throws {
    #expect(
      try answer("hva sier HRS § 3").passages.first?.passage.text.contains("hver vår") ?? false)
  }
}
