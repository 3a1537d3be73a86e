import Analysis
import Testing
import TestSupport

@Suite struct StemmingTests {
  @Test(
    "forms of a Norwegian word share a stem",
    arguments: [
      ["oppsigelse", "oppsigelsen", "oppsigelser", "oppsigelsene"],
      ["avtale", "avtalen", "avtaler", "avtalene"],
      ["ferie", "ferien", "feriene"],
      ["tillitsvalgt", "tillitsvalgte", "tillitsvalgtes"],
      ["rettighet", "rettigheter", "rettighetene"],
    ])
  func norwegian(forms: [String]) {
    let analyzer = Analyzer()
    #expect(Set(forms.map { analyzer.stem($0, language: .bokmål) }).count == 1)
  }

  @Test(
    "forms of an English word share a stem",
    arguments: [
      ["dismissal", "dismissals"], ["notice", "notices"], ["working", "worked", "works"],
    ])
  func english(forms: [String]) {
    let analyzer = Analyzer()
    #expect(Set(forms.map { analyzer.stem($0, language: .english) }).count == 1)
  }

  @Test(
    "golden stems",
    arguments: [
      ("oppsigelser", Language.bokmål, "oppsig"), ("feriepengar", .nynorsk, "feriepeng"),
      ("dismissals", .english, "dismiss"), ("§15-3", .bokmål, "§15-3"), ("og", .bokmål, "og"),
      ("å", .nynorsk, "å"), ("", .english, ""),
    ])
  func golden(form: String, language: Language, stem: String) {
    #expect(Analyzer().stem(form, language: language) == stem)
  }

  @Test("Bokmål and Nynorsk are stemmed alike")
  func norwegianForms() {
    let analyzer = Analyzer()
    for form in ["arbeidsgjevar", "tillitsvald", "løn", "oppseiing"] {
      #expect(
        analyzer.stem(form, language: .bokmål) == analyzer.stem(form, language: .nynorsk))
    }
  }

  @Test("numbers and units are their own stems")
  func units() {
    let stems = Analyzer().analyze("§ 15-3 og 8,5 prosenter", language: .bokmål).map(\.stem)
    #expect(stems == ["15", "3", "§15-3", "og", "8", "5", "8,5", "prosent"])
  }

  @Test("a word of any length has a stem")
  func longWord() {
    let word = String(repeating: "oppsigelse", count: 5_000)
    #expect(!Analyzer().stem(word, language: .bokmål).isEmpty)
  }

  @Test("random bytes never crash the stemmer")
  func randomBytes() {
    var random = SeededGenerator(seed: 3)
    let analyzer = Analyzer()
    for _ in 0..<2_000 {
      let bytes = random.bytes(upTo: 80)
      let tokens = analyzer.analyze(bytes, range: 0..<bytes.count, language: .english)
      #expect(tokens.allSatisfy { !$0.stem.isEmpty })
    }
  }
}
