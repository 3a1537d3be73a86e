import Documents
import Retrieval
import Testing

@Suite struct PassageFilterTests {
  private let index: MemoryPassageIndex

  init() throws {
    index = try MemoryPassageIndex(texts: [
      "acts/a.md": """
      # Lov om ferie (ferieloven)
      ## § 1 Saklig grunn
      Ferie kan endres når arbeidsgiver har en saklig grunn til det.
      """,
      "acts/b.md": """
      # Arbeidsloven
      ## § 2 Endring for lærling
      Ferien kan endres på et grunnlag som er saklig. Grunn til det må oppgis av arbeidsgiver.
      """,
      "avtaler/c.md": """
      # Avtale
      ## Lærlinger
      En lærling får ferie og kan endre den uten saklige grunner. Arbeidsgiver må svare på e-post.
      """,
      "avtaler/d.md": """
      # Avtale
      ## Post
      Ferie og post, elektronisk post: arbeidsgiver har frist.
      """,
    ])
  }

  private func answer(
    _ question: String, in documents: Set<DocumentID>? = nil
  ) throws -> [String] {
    let scope = Question.Scope(documents: documents)
    return try Assistant(index: index).answer(to: Question(question, scope: scope)).passages
      .map(\.document.id.fileName).sorted()
  }

  @Test(
    "marks leave passages out",
    arguments: [
      ("ferie", ["a.md", "b.md", "c.md", "d.md"]),
      // Word for word, across white space, not across other words, not in other forms.
      ("ferie \"saklig grunn\"", ["a.md"]), ("\"SAKLIG\n  grunn\"", ["a.md"]),
      ("\"saklige grunner\"", ["c.md"]), ("\"til det\"", ["a.md", "b.md"]),
      ("\"til det\" \"saklig grunn\"", ["a.md"]), ("\"grunn saklig\"", []),
      ("\"sakleg grunn\"", []), ("\"saklig grun\"", []),
      // Across sentences, where none holds the phrase.
      ("\"grunnlag som er saklig grunn til det\"", ["b.md"]),
      // A heading, where no passage's own words hold the phrase.
      ("\"endring for lærling\"", ["b.md"]), ("\"lærlinger\"", ["c.md"]),
      // The stem of a word among the passage's own, not of its headings.
      ("ferie -lærlingen", ["a.md", "b.md", "d.md"]), ("ferie -grunner", ["d.md"]),
      ("ferie -\"saklig grunn\"", ["b.md", "c.md", "d.md"]),
      ("ferie -e-post", ["a.md", "b.md", "d.md"]),
      ("ferie -kvantefysikk", ["a.md", "b.md", "c.md", "d.md"]),
      // Parts of titles and paths.
      ("ferie title:ferieloven", ["a.md"]), ("ferie title:lov", ["a.md", "b.md"]),
      ("ferie title:\"lov om\"", ["a.md"]), ("ferie title:lov title:arbeid", ["b.md"]),
      ("ferie doc:avtaler", ["c.md", "d.md"]), ("ferie doc:avtaler/c.md", ["c.md"]),
      ("ferie doc:AVTALER -frist", ["c.md"]), ("ferie doc:nowhere", []), ("title:ferieloven", []),
      // A question whose words stand only in what is left out.
      ("frist -frist", []), ("frist doc:acts", []),
    ])
  func marks(question: String, expected: [String]) throws {
    #expect(try answer(question) == expected)
  }

  @Test("a scope's documents alone answer, also what a reference points to")
  func scope() throws {
    #expect(try answer("ferie", in: ["acts/a.md", "avtaler/c.md"].ids) == ["a.md", "c.md"])
    #expect(try answer("ferie -lærling", in: ["acts/a.md", "avtaler/c.md"].ids) == ["a.md"])
    #expect(try answer("ferie title:lov", in: ["acts/a.md", "avtaler/c.md"].ids) == ["a.md"])
    #expect(try answer("ferieloven § 1") == ["a.md", "b.md", "c.md", "d.md"])
    #expect(try answer("ferieloven § 1", in: ["acts/b.md"].ids) == ["b.md"])
    #expect(try answer("ferie", in: []) == [])
  }

  @Test("words in quotation marks are not corrected")
  func quoted() throws {
    #expect(try answer("arbeidsgivr") == ["a.md", "b.md", "c.md", "d.md"])
    #expect(try answer("\"arbeidsgivr\"") == [])
  }
}

extension [String] {
  fileprivate var ids: Set<DocumentID> { Set(map(DocumentID.init(_:))) }
}
