import Documents
import Retrieval
import Testing

/// Narrowing: a choice between acts that have the same kind of rule.
@Suite struct NarrowingFinderTests {
  private static func act(_ title: String, _ name: String, _ sections: String) -> String {
    """
    ---
    title: "\(title) (\(name.lowercased()))"
    short_title: \(name)
    kind: lov
    language: nb
    ---
    # \(title) (\(name.lowercased()))

    \(sections)
    """
  }

  private static let notice = "Oppsigelsesfristen er én måned regnet fra oppsigelsen ble mottatt."
  private static let ordinary = act(
    "Lov om arbeidsmiljø, arbeidstid og stillingsvern", "Arbeidsmiljøloven",
    """
    ## § 15-3 Oppsigelsesfrister

    \(notice) Avtale kan gi lengre frist.

    ## § 10-8 Arbeidsfri

    Arbeidstaker skal ha elleve timer arbeidsfri hvert døgn.
    """)
  private static let state = act(
    "Lov om statens ansatte", "Statsansatteloven",
    "## § 22 Oppsigelsesfrister\n\n\(notice) For embetsmenn gjelder seks måneder etter ti år.")
  private static let ships = act(
    "Lov om stillingsvern for arbeidstakere på skip", "Skipsarbeidsloven",
    "## § 5-2 Oppsigelsesfrister\n\n\(notice) Kapteinen har tre måneder om bord i havn.")

  private func choices(_ question: String, scope: Question.Scope = .init()) throws -> [String] {
    let index = try InlineTexts.index([
      "aml.md": Self.ordinary, "skip.md": Self.ships, "stat.md": Self.state,
    ])
    let answer = try Assistant(index: index).answer(to: Question(question, scope: scope))
    return answer.narrowing?.choices.map(\.label) ?? []
  }

  @Test("acts with the same kind of rule are offered, the best answer's first")
  func offered() throws {
    let index = try InlineTexts.index([
      "aml.md": Self.ordinary, "skip.md": Self.ships, "stat.md": Self.state,
    ])
    let answer = try Assistant(index: index).answer(to: Question("hva er oppsigelsesfristen?"))
    let narrowing = try #require(answer.narrowing)
    let acts: Set = ["Arbeidsmiljøloven", "Skipsarbeidsloven", "Statsansatteloven"]
    #expect(Set(narrowing.choices.map(\.label)) == acts)
    #expect(narrowing.choices.first?.label == answer.passages.first?.document.citedName)
    for choice in narrowing.choices {
      let documents = index.documents.filter { choice.documents.contains($0.id) }
      #expect(documents.map(\.citedName) == [choice.label])
    }
  }

  @Test(
    "a question that tells which act is meant, or has one answer, is not narrowed",
    arguments: [
      "hva er oppsigelsesfristen etter arbeidsmiljøloven?", "oppsigelsesfrist statsansatteloven",
      "skipsarbeidsloven § 5-2", "hva er oppsigelsesfristen på skip?",
      "hva er oppsigelsesfristen i staten?", "hvor lang arbeidsfri i døgnet?",
    ])
  func told(question: String) throws {
    #expect(try choices(question) == [])
  }

  @Test("a collection of one text offers nothing")
  func oneDocument() throws {
    let index = try InlineTexts.index(["aml.md": Self.ordinary])
    let answer = try Assistant(index: index).answer(to: Question("oppsigelsesfrister"))
    #expect(!answer.passages.isEmpty)
    #expect(answer.narrowing == nil)
  }

  @Test("texts without provisions are no choice")
  func programmes() throws {
    let index = try InlineTexts.index([
      "a.md": "# Program A\n\n## Oppsigelse\n\nOppsigelse skal drøftes i klubben først.",
      "b.md": "# Program B\n\n## Oppsigelse\n\nOppsigelse skal drøftes i forbundet først.",
    ])
    let answer = try Assistant(index: index).answer(to: Question("oppsigelse"))
    #expect(answer.passages.count == 2)
    #expect(answer.narrowing == nil)
  }

  @Test("at most four acts are offered")
  func limit() throws {
    let sectors = ["Bergverk", "Jordbruk", "Handel", "Transport", "Renhold", "Bygg"]
    let analyzed = try sectors.map { sector in
      try InlineTexts.analyzed(
        "\(sector).md",
        Self.act(
          "Lov om \(sector)", "\(sector)loven",
          "## § 3 Oppsigelsesfrister\n\n\(Self.notice) Særregel \(sector)1 \(sector)2 \(sector)3."))
    }
    let assistant = Assistant(index: MemoryPassageIndex(analyzed))
    let answer = try assistant.answer(to: Question("oppsigelsesfrist"))
    #expect(answer.narrowing?.choices.count == 4)
  }
}
