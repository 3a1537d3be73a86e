import Documents
import Foundation
import Testing

@Suite("Vocabulary files")
struct VocabularyReaderTests {
  @Test("an entry is read with its words, relations, and place")
  func entry() throws {
    let file = VocabularyFile(
      """
      field: Avskjed
      concepts:
        - id: summary-dismissal
          nb: [avskjed, grovt pliktbrudd]
          nn: avskil
          lay:
            nb: [få sparken på dagen]
          abbreviations: [AVSK]
          provisions: [arbeidsmiljøloven § 15-14]
          broader: [dismissal]
          related: suspension
      acts:
        - name: arbeidsmiljøloven
          aliases: [aml]
      nynorsk:
        oppseiing: oppsigelse
        "no": nå
      """, name: "words.yaml")
    #expect(file.problems == [])
    let concept = try #require(file.concepts.first)
    #expect(concept.id == "summary-dismissal")
    #expect(concept.terms == ["nb": ["avskjed", "grovt pliktbrudd"], "nn": ["avskil"]])
    #expect(concept.lay == ["nb": ["få sparken på dagen"]])
    #expect(concept.abbreviations == ["AVSK"])
    #expect(concept.provisions == ["arbeidsmiljøloven § 15-14"])
    #expect(concept.broader == ["dismissal"] && concept.related == ["suspension"])
    #expect(concept.file == "words.yaml" && concept.line == 3)
    let act = try #require(file.acts.first)
    #expect(act.name == "arbeidsmiljøloven" && act.aliases == ["aml"] && act.within == nil)
    #expect(file.nynorsk == ["oppseiing": "oppsigelse", "no": "nå"])
  }

  @Test(
    "what is wrong is told with its line, and the rest is read",
    arguments: [
      ("concepts:\n  - nb: [ferie]\n  - {id: a, nb: [lønn]}\n", 2, 1),
      ("concepts:\n  - {id: b, en: [pay]}\n  - {id: a, nb: [lønn]}\n", 2, 1),
      ("concepts:\n  - id: a\n    nb: [lønn]\n    colour: red\n", 4, 1),
      ("acts:\n  - aliases: [aml]\n", 2, 0),
      ("words:\n  - ferie\n", 2, 0), ("- ferie\n", 1, 0), ("concepts: [a\n", 2, 0), ("", 1, 0),
      ("nynorsk:\n  løn: lønn\n  løn: lønn\n", 2, 0),
    ])
  func problems(yaml: String, line: Int, read: Int) {
    let file = VocabularyFile(yaml, name: "words.yaml")
    #expect(file.problems.map(\.line) == [line])
    #expect(file.concepts.count == read)
  }

  @Test("the files that come with Tillit are read without problems")
  func own() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Knowledge/vocabulary")
    let (vocabulary, problems) = try VocabularyReader(folder).read()
    #expect(problems == [])
    #expect(vocabulary.concepts.count >= 1_500)
    #expect(vocabulary.nynorsk["oppseiing"] == "oppsigelse")
    #expect(vocabulary.acts.contains { $0.name == "arbeidsmiljøloven" })
  }
}
