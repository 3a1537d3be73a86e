@testable import Documents
import Retrieval
import Testing

/// Links between provisions: what a passage refers to, and what refers to it.
@Suite struct RelatedPlacesTests {
  private static let dismissal = """
    ---
    title: Lov om oppsigelse (oppsigelsesloven)
    short_title: Oppsigelsesloven
    kind: lov
    ---
    # Lov om oppsigelse (oppsigelsesloven)

    ## § 1 Vern

    Arbeidstaker kan ikke sies opp uten saklig grunn, jf. § 3 og ferieloven § 2.

    ## § 2 Form

    Oppsigelsen skal være skriftlig. Bestemmelsen i § 2 fravikes ikke. Kravet i § 99 gjelder ikke.

    ## § 3 Frister

    (1) Fristen er en måned.

    (2) Fristen er to måneder etter fem år, se § 1.
    """

  private static let holiday = """
    ---
    title: Lov om ferie (ferieloven)
    short_title: Ferieloven
    kind: lov
    ---
    # Lov om ferie (ferieloven)

    ## § 1 Formål

    Loven sikrer feriefritid hvert år.

    ## § 2 Oppsagt i ferien

    Ved oppsigelse gjelder oppsigelsesloven § 3 annet ledd og barnehageloven § 1.
    """

  private static let rules = """
    ---
    title: Forskrift om varsel
    kind: forskrift
    ---
    # Forskrift om varsel

    ## § 1 Virkeområde

    Forskriften gjelder varsel etter lovens § 2 og § 2 her.

    ## § 2 Varsel

    Varsel gis etter oppsl. § 1.
    """

  private func assistant() throws -> Assistant {
    let name = ActName(name: "oppsigelsesloven", aliases: ["oppsl."], within: nil)
    return Assistant(
      index: try InlineTexts.index(
        ["oppsigelse.md": Self.dismissal, "ferie.md": Self.holiday, "varsel.md": Self.rules],
        acts: [name]))
  }

  private func passage(_ id: String, answering question: String) throws -> CitedPassage {
    let answer = try assistant().answer(to: Question(question))
    return try #require(answer.passages.first { $0.passage.id.rawValue == id })
  }

  @Test(
    "a passage names the provisions it refers to, in the text's order",
    arguments: [
      ("oppsigelse.md#§1/1", "saklig grunn", ["Oppsigelsesloven § 3", "Ferieloven § 2"]),
      // Its own provision, and one that doesn't exist, are no links.
      ("oppsigelse.md#§2/1", "skriftlig", []),
      ("oppsigelse.md#§3/1", "frist måneder", ["Oppsigelsesloven § 1"]),
      // An act outside the collection is not taken for this one.
      ("ferie.md#§2/1", "oppsigelse ferie", ["Oppsigelsesloven § 3 (2)"]),
      // «lovens § 2» in a regulation is not the regulation's own.
      ("varsel.md#§1/1", "forskriften gjelder varsel", ["Forskrift om varsel § 2"]),
      ("varsel.md#§2/1", "varsel gis", ["Oppsigelsesloven § 1"]),
    ])
  func references(id: String, question: String, expected: [String]) throws {
    #expect(try passage(id, answering: question).refersTo.map(\.citation) == expected)
  }

  @Test(
    "a passage names the provisions that refer to its own, its document's first",
    arguments: [
      ("oppsigelse.md#§3/1", "frist måneder", ["Oppsigelsesloven § 1", "Ferieloven § 2"]),
      (
        "oppsigelse.md#§1/1", "saklig grunn", ["Oppsigelsesloven § 3", "Forskrift om varsel § 2"]
      ),
      ("oppsigelse.md#§2/1", "skriftlig", []),
      ("ferie.md#§2/1", "oppsigelse ferie", ["Oppsigelsesloven § 1"]),
    ])
  func citations(id: String, question: String, expected: [String]) throws {
    #expect(try passage(id, answering: question).citedBy.map(\.citation) == expected)
  }

  @Test("every link leads to a passage of the collection")
  func nothingDangles() throws {
    let assistant = try assistant()
    let answer = try assistant.answer(to: Question("oppsigelse frist varsel ferie"))
    let links = answer.passages.flatMap { $0.refersTo + $0.citedBy }
    #expect(links.count >= 5)
    for link in links { #expect(try assistant.index.ordinal(of: link.passage) != nil) }
  }

  @Test("a passage shows at most five links of each kind, each provision once")
  func limit() throws {
    let sections = (1...9).map { number in
      "## § \(number) Regel \(number)\n\nRegel \(number) gjelder, se § 10, og § 10 igjen."
    }
    let all = (1...9).map { "§ \($0)" }.joined(separator: ", ")
    let text =
      "# Regler\n\n" + sections.joined(separator: "\n\n")
      + "\n\n## § 10 Samlet\n\nSamlet oversikt: \(all)."
    let index = try InlineTexts.index(["regler.md": text])
    let answer = try Assistant(index: index).answer(to: Question("samlet oversikt"))
    let passage = try #require(answer.passages.first)
    let firstFive = (1...5).map { "Regler § \($0)" }
    #expect(passage.refersTo.map(\.citation) == firstFive)
    #expect(passage.citedBy.map(\.citation) == firstFive)
  }
}
