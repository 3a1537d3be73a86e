import Analysis
import Documents
import Testing
import TestSupport

@Suite struct LanguageIdentifierTests {
  private func language(of text: String) -> Language? {
    LanguageIdentifier().language(of: Tokenizer().tokens(in: text))
  }

  @Test(
    "questions",
    arguments: [
      ("kan jeg få sparken på dagen?", Language.bokmål),
      ("hvor lang er oppsigelsestiden", .bokmål),
      ("hvem velger verneombudet?", .bokmål),
      ("kor mange feriedagar har eg", .nynorsk),
      ("kva gjer eg når eg vert sjuk", .nynorsk),
      ("what is the notice period", .english),
      ("can they fire me while I am sick?", .english),
      ("how long is my holiday", .english),
    ])
  func questions(text: String, expected: Language) {
    #expect(language(of: text) == expected)
  }

  @Test("no function word, no vote", arguments: ["", "oppsigelse", "§ 15-3", "Guatemala 2025"])
  func undecided(text: String) {
    #expect(language(of: text) == nil)
  }

  @Test(
    "the fixture texts",
    arguments: [
      ("guides/en/dismissal.md", Language.english), ("guides/nn/ferie.md", .nynorsk),
      ("guides/oppsigelse.md", .bokmål), ("acts/ferieordning.txt", .bokmål),
      ("encodings/decomposed.md", .bokmål),
    ])
  func documents(id: String, expected: Language) throws {
    let text = try Fixtures.document(id).text
    let tokens = Tokenizer().tokens(in: text.utf8, range: text.fullRange)
    #expect(LanguageIdentifier().language(of: tokens) == expected)
  }

  @Test(
    "tags",
    arguments: [
      ("nb", Language.bokmål), ("no", .bokmål), ("nb_NO.UTF-8", .bokmål), ("nn-NO", .nynorsk),
      ("en_GB.UTF-8", .english), ("EN", .english),
    ])
  func tags(tag: String, expected: Language) {
    #expect(Language(tag: tag) == expected)
  }

  @Test("other tags are no language of ours", arguments: ["", "C", "sv", "de_DE"])
  func foreignTags(tag: String) {
    #expect(Language(tag: tag) == nil)
  }
}
