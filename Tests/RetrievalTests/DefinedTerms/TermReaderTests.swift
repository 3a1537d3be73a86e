@testable import Retrieval
import Testing

@Suite("The terms that a text introduces") struct TermReaderTests {
  /// The terms of a text, each with what it is short for.
  private func terms(in text: String) throws -> [String] {
    try InlineTexts.index(["text.md": "# Tekst\n\n## § 1 Regler\n\n\(text)\n"]).definedTerms
      .map { term in ([term.term] + [term.longForm].compactMap(\.self)).joined(separator: " = ") }
  }

  @Test(
    "are those that it defines",
    arguments: [
      ("Med vaktlag menes de som går vakt sammen.", ["vaktlag"]),
      ("(2) Med «fast vakt» menes i denne lov en vakt uten sluttdato.", ["fast vakt"]),
      ("Med begrepet vaktlag forstås alle på samme tørn.", ["vaktlag"]),
      ("Med vaktlag meiner ein alle på same tørn.", ["vaktlag"]),
      (
        "Ved arbeidsnedleggelse (streik) forstås her full stans.",
        ["arbeidsnedleggelse", "streik = arbeidsnedleggelse"]
      ),
      ("Med støynivå, LpC , menes det høyeste nivået.", ["støynivå"]),
      (
        "I denne avtalen menes med:\nvaktlag: de som går vakt sammen,\nfri vakt: en tørn uten plikter.",
        ["vaktlag", "fri vakt"]
      ),
      (
        "I denne forordning menes med «vakt» en tørn på fire timer, «fri vakt» en tørn uten plikter.",
        ["vakt", "fri vakt"]
      ),
      ("Likelønn defineres som lik lønn for arbeid av lik verdi.", ["Likelønn"]),
      (
        "In this agreement, the term “night watch” shall mean any watch after ten.", ["night watch"]
      ),
      ("“Watch” means four hours on deck for the whole crew.", ["Watch"]),
    ])
  func defined(text: String, expected: [String]) throws {
    #expect(try terms(in: text) == expected)
  }

  @Test(
    "are its short forms with what they stand for",
    arguments: [
      (
        "Skipet er i Norsk ordinært skipsregister (NOR) når det seiler.",
        "NOR = Norsk ordinært skipsregister"
      ),
      ("Krav til personlig verneutstyr (PVU) gjelder om bord.", "PVU = personlig verneutstyr"),
      ("Reglene i arbeidsmiljøloven (aml.) gjelder ikke her.", "aml = arbeidsmiljøloven"),
      (
        "NAV (Norsk arbeids- og velferdsforvaltning) betaler.",
        "NAV = Norsk arbeids- og velferdsforvaltning"
      ),
      (
        "Partene er Sjøfolkenes landsforening, heretter kalt foreningen, og rederiet.",
        "foreningen = Sjøfolkenes landsforening"
      ),
      (
        "Det velges et utvalg for vakter (heretter «utvalet») hvert år.",
        "utvalet = utvalg for vakter"
      ),
      (
        "There is a Committee on Watches (hereinafter referred to as the Committee) on board.",
        "Committee = Committee on Watches"
      ),
    ])
  func shortForms(text: String, expected: String) throws {
    #expect(try terms(in: text) == [expected])
  }

  @Test(
    "are none where it only looks like it",
    arguments: [
      "Forskrift om hva som menes med vaktlag kan gis av styret.",
      "Dette vedtas av europaparlaments- og rådsforordning (EU) 2016/679 om personvern.",
      "Regelen gjelder som nevnt (NOR) for alle som går vakt.",
      "They are protected by means of the Fund for seafarers.",
      "Vakten skal heretter gå annenhver natt.",
      "Styrmannen skal følge med på vakten.",
      "Ta med deg det du har. Det menes å være lurt.",
    ])
  func nothing(text: String) throws {
    #expect(try terms(in: text).isEmpty)
  }

  @Test("are read as a list under a heading that says definitions")
  func definitionSection() throws {
    let index = try InlineTexts.index([
      "avtale.md": """
      # Avtale

      ## § 2 Definisjoner

      vakt: en tørn på fire timer. fri vakt: en tørn uten plikter.

      ## § 3 Varsel

      Styrmannen skal varsle: mannskap og kokk.
      """
    ])
    #expect(index.definedTerms.map(\.term) == ["vakt", "fri vakt"])
  }
}

@Suite("A text without end or sense") struct EndlessTextTests {
  @Test(
    "is read in a moment",
    .timeLimit(.minutes(1)),
    arguments: [
      "means ", "heretter kalt ", "AB (x ", "menes med x: ", "med ", "(«“\"",
      "i det følgende kalt ",
      "the term “x” shall mean ",
    ])
  func quick(part: String) {
    let utf8 = Array(String(repeating: part, count: 60_000).utf8)
    let text = SpacedWords(utf8, in: utf8.indices)
    let terms = TermReader(text, isDefinitions: true).terms()
    #expect(terms.count <= text.words.count)
  }
}
