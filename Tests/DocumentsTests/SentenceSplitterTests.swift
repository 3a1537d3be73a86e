@testable import Documents
import Testing
import TestSupport

@Suite struct SentenceSplitterTests {
  private func split(_ text: String, endsAtLineBreak: Bool = false) -> [String] {
    let source = SourceText(text)
    return SentenceSplitter(source: source, endsAtLineBreak: endsAtLineBreak)
      .sentences(in: source.fullRange).map(source.string(in:))
  }

  @Test(
    "a sentence ends before the next one's capital, digit or opening mark",
    arguments: [
      ("Ett. To.", ["Ett.", "To."]),
      ("Hva? Ja! Nei.", ["Hva?", "Ja!", "Nei."]),
      ("Det er slik. Årene går.", ["Det er slik.", "Årene går."]),
      ("Slik er det. 14 dager senere.", ["Slik er det.", "14 dager senere."]),
      ("Han sa «nei.» Så gikk han.", ["Han sa «nei.»", "Så gikk han."]),
      ("Slutt. «Sitat» begynner.", ["Slutt.", "«Sitat» begynner."]),
      ("Slutt. (2) Nytt ledd.", ["Slutt.", "(2) Nytt ledd."]),
      ("Slutt. § 5 gjelder.", ["Slutt.", "§ 5 gjelder."]),
      ("Slutt (helt.) Ny.", ["Slutt (helt.)", "Ny."]),
      ("Uten punktum", ["Uten punktum"]),
      ("over\nlinjer. Neste", ["over\nlinjer.", "Neste"]),
      ("  Luft.   Mer luft.  ", ["Luft.", "Mer luft."]),
      ("", []),
    ])
  func ends(text: String, expected: [String]) {
    #expect(split(text) == expected)
  }

  @Test(
    "abbreviations, initials and ordinals end no sentence",
    arguments: [
      "Ring f.eks. Hanne først.", "Se bl.a. § 5 i loven.", "Møtet er kl. 18 i kantina.",
      "Kravet (jf. § 15-3) gjelder.", "Det skjer ca. 10 ganger.", "Jf. Høyesteretts dom.",
      "A. Hansen skrev det.", "Etter avtale mv. § 4 gjelder.", "Ref. Arbeidstilsynet.",
      "Det er nr. 5 på lista.", "Gjelder t.o.m. 2025 for alle.", "Kap. 4 gjelder.",
      "1. Mai er fridag.", "Lønn, ferie osv. Kan avtales.",
    ])
  func abbreviations(text: String) {
    #expect(split(text) == [text])
  }

  @Test("a number before the stop in mid-sentence ends it")
  func numberAtEnd() {
    #expect(split("Det skjedde i 2024. Så kom 2025.") == ["Det skjedde i 2024.", "Så kom 2025."])
    #expect(split("Det var 14. Så var det 15.").count == 2)
  }

  @Test("a stop inside a word, number or address ends nothing")
  func insideWords() {
    #expect(split("Se www.lo.no og 10.000 kroner.").count == 1)
  }

  @Test("the author's own line breaks end sentences too")
  func lineBreaks() {
    #expect(
      split("første\nandre. Tredje", endsAtLineBreak: true) == ["første", "andre.", "Tredje"])
  }

  @Test("sentences cover random text in order, with nothing but white space between")
  func coverage() {
    var random = SeededGenerator(seed: 5)
    let alphabet = Array("aA.!? \n§(«»\"14jf")
    for _ in 0..<2_000 {
      let text = String((0..<40).map { _ in alphabet.randomElement(using: &random) ?? " " })
      let joined = split(text).joined().filter { !$0.isWhitespace }
      #expect(joined == text.filter { !$0.isWhitespace })
    }
  }
}
