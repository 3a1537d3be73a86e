import Analysis
import Documents
import Retrieval
import Testing

@Suite("Words that the vocabulary lacks")
struct VocabularySuggestionsTests {
  private typealias Lesson = VocabularySuggestions.Lesson

  private static let texts = [
    "lov.md": """
    # Regler

    ## Avskjed

    Arbeidsgiver kan gi avskjed ved grovt pliktbrudd, og det skal skje skriftlig.

    ## Ferie

    Arbeidsgiver fastsetter ferien etter drøfting, og ferien er fire uker.
    """
  ]

  private func suggestions(
    _ lessons: [VocabularySuggestions.Lesson], limit: Int = 10
  ) throws -> [VocabularySuggestions.Suggestion] {
    try VocabularySuggestions(
      index: try index(Self.texts), vocabulary: SmallVocabulary.dismissals.compiled
    ).suggestions(from: lessons, limit: limit)
  }

  private static let lessons = [
    Lesson(
      id: "1", question: Question("kan jeg bli kicket på dagen"),
      quotes: ["Arbeidsgiver kan gi avskjed ved grovt pliktbrudd"]),
    Lesson(
      id: "2", question: Question("kicket etter krangel"), quotes: ["avskjed ved grovt pliktbrudd"]),
  ]

  @Test("a word of several questions is paired with the words that answer them")
  func pairs() throws {
    let best = try #require(try suggestions(Self.lessons).first)
    #expect(best.word == "kicket")
    #expect(best.questions == ["1", "2"])
    #expect(Set(best.textWords).isSubset(of: ["avskjed", "grovt", "pliktbrudd"]))
    #expect(best.language == .bokmål && best.textLanguage == .bokmål)
  }

  @Test("what the vocabulary knows already is not suggested")
  func known() throws {
    let lesson = Lesson(
      id: "1", question: Question("får jeg sparken på dagen"), quotes: ["gi avskjed"])
    #expect(try suggestions([lesson]).allSatisfy { !$0.textWords.contains("avskjed") })
  }

  @Test("no more are given than asked for, in the same order in every run")
  func limit() throws {
    let all = try suggestions(Self.lessons)
    #expect(all.count > 1)
    #expect(try suggestions(Self.lessons, limit: 1) == Array(all.prefix(1)))
    #expect(try suggestions(Self.lessons) == all)
  }

  @Test("nothing to learn gives nothing")
  func empty() throws { #expect(try suggestions([]) == []) }

  @Test("what is printed is read back as a vocabulary without problems")
  func roundTrip() throws {
    let lessons =
      Self.lessons + [
        Lesson(
          id: "3", question: Question("who can fire me without notice"),
          quotes: ["kan gi avskjed ved grovt pliktbrudd"]),
        Lesson(
          id: "4", question: Question("kan sjefen kicke folk"),
          quotes: ["The employer may not dismiss the workers of this company"]),
      ]
    let found = try suggestions(lessons, limit: 30)
    let yaml =
      "concepts:\n" + found.enumerated().map { $1.yaml(number: $0 + 1) }.joined()
    let file = VocabularyFile(yaml, name: "proposals.yaml")
    #expect(file.problems == [])
    #expect(file.concepts.count == found.count)
    #expect(file.concepts.contains { $0.lay["en"] != nil && $0.terms["nb"] != nil })
  }
}
