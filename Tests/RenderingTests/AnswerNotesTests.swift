import Analysis
import Documents
import Rendering
import Retrieval
import Testing

/// What stands with a passage besides its words: its standing, links, and the choice between acts.
@Suite struct AnswerNotesTests {
  private static let old = """
    ---
    title: Lov om ferie
    short_title: Ferieloven
    in_force_from: 1990-01-01
    in_force_to: 2020-12-31
    ---
    # Lov om ferie

    ## § 1 Ferie

    Ferien er fem uker, se § 2.

    ## § 2 Lønn

    Feriepengene er ti prosent.
    """

  private func answer(_ question: String, asOf date: String?) throws -> Answer {
    let read = try DocumentReader().read(Array(Self.old.utf8), id: DocumentID("ferie.md"))
    let index = MemoryPassageIndex([AnalyzedDocument(read.document, by: Analyzer())])
    return try Assistant(index: index)
      .answer(to: Question(question, scope: Question.Scope(asOf: date)))
  }

  private func text(_ answer: Answer, _ language: Language = .bokmål) -> String {
    TerminalFormat(language: language, style: TerminalStyle(usesColour: false)).string(answer)
  }

  @Test(
    "a text not in force says so in every language",
    arguments: [
      ("2024-07-01", Language.bokmål, "Ikke i kraft per 2024-07-01 (gjaldt til 2020-12-31)."),
      ("2024-07-01", .nynorsk, "Ikkje i kraft per 2024-07-01 (gjaldt til 2020-12-31)."),
      ("2024-07-01", .english, "Not in force as of 2024-07-01 (applied until 2020-12-31)."),
      ("1989-12-31", .bokmål, "Ikke i kraft per 1989-12-31 (gjelder fra 1990-01-01)."),
    ] as [(String, Language, String)])
  func standing(date: String, language: Language, expected: String) throws {
    let answer = try answer("ferie uker", asOf: date)
    #expect(text(answer, language).contains(expected))
    #expect(JSONFormat().string(answer).contains("\"as_of\":\"\(date)\""))
  }

  @Test("a text in force says nothing of it", arguments: ["2000-01-01", nil])
  func inForce(date: String?) throws {
    let answer = try answer("ferie uker", asOf: date)
    #expect(!text(answer).contains("kraft"))
    #expect(!JSONFormat().string(answer).contains("as_of"))
  }

  @Test("a passage shows what it refers to and what refers to it")
  func links() throws {
    let referring = text(try answer("ferie uker", asOf: nil))
    let cited = text(try answer("feriepengene", asOf: nil))
    #expect(referring.contains("Viser til: Ferieloven § 2\n"))
    #expect(cited.contains("Vist til i: Ferieloven § 1\n"))
  }

  @Test("a choice between acts stands under the passages")
  func narrowing() throws {
    var answer = try answer("ferie uker", asOf: nil)
    #expect(!text(answer).contains("Hvilken gjelder"))
    answer.narrowing = Narrowing(choices: [
      .init(label: "Ferieloven", documents: []), .init(label: "Sjømannsloven", documents: []),
    ])
    let lines = text(answer).split(separator: "\n")
    #expect(
      lines.suffix(2).joined(separator: " ").hasSuffix(
        "Hvilken gjelder: Ferieloven eller Sjømannsloven?"))
  }
}
