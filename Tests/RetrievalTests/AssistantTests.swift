import Analysis
import Documents
import Retrieval
import Testing
import TestSupport

@Suite struct AssistantTests {
  private let assistant: Assistant

  init() throws { assistant = try Fixtures.assistant() }

  private func answer(_ question: String) throws -> Answer {
    try assistant.answer(to: Question(question))
  }

  @Test(
    "the passage that answers comes first",
    arguments: [
      ("hva gjør sommerpatruljen?", "program.txt#1-2-lærlinger-og-unge-arbeidstakere/1"),
      ("hvor lang er oppsigelsesfristen etter § 2-1", "acts/ordensloven.md#§2-1/1"),
      ("hva er satsen for feriepenger", "acts/ferieordning.txt#§3/1"),
      ("menneskehandel", "program.txt#menneskehandel/1"),
      (
        "hvem dekker bredbånd på hjemmekontor",
        "encodings/windows-1252.txt#avtale-om-hjemmekontor/1"
      ),
      ("innsyn ved innleie", "encodings/utf-16.txt#innleie-av-arbeidskraft/1"),
      ("ytring på sosiale medier", "encodings/decomposed.md#sosiale-medier/1"),
      ("notice period in writing after five years", "guides/en/dismissal.md#notice-periods/1"),
      ("kva skjer når eg vert arbeidsufør i ferien", "guides/nn/ferie.md#sjuk-i-ferien/1"),
      ("næringspolitiske analyser", "program.txt#1-1-verving-på-arbeidsplassen/1"),
    ])
  func topPassage(question: String, id: String) throws {
    let answer = try answer(question)
    #expect(answer.status != .notFound)
    #expect(answer.passages.first?.passage.id.rawValue == id)
  }

  @Test("the sentence that answers is quoted, with the words that match")
  func quote() throws {
    let cited = try #require(try answer("hva gjør sommerpatruljen?").passages.first)
    #expect(
      cited.quoteText
        == "Sommerpatruljen besøker derfor hvert\når arbeidsplasser i hele landet.")
    #expect(highlights(of: cited).contains("Sommerpatruljen"))
  }

  @Test("a word broken at a line's end is highlighted whole")
  func brokenWord() throws {
    let cited = try #require(try answer("tillitsvalgte fengslet").passages.first)
    #expect(highlights(of: cited) == ["tillits-\nvalgte", "fengslet"])
  }

  @Test("every quote and highlight is exact, for every question")
  func exactness() throws {
    for question in Fixtures.questions {
      let answer = try answer(question)
      #expect(answer.passages.map(\.rank) == answer.passages.indices.map { $0 + 1 })
      for cited in answer.passages { try expectExact(cited) }
    }
  }

  private func expectExact(_ cited: CitedPassage) throws {
    let text = try assistant.index.text(ofDocumentAt: cited.document.position)
    #expect(text.string(in: cited.passage.passage.range) == cited.passage.text)
    #expect(text.string(in: cited.quote) == cited.quoteText)
    #expect(cited.passage.passage.sentences.contains(cited.quote))
    #expect((0...1).contains(cited.confidence))
    var end = cited.passage.passage.range.lowerBound
    for highlight in cited.highlights {
      #expect(end <= highlight.lowerBound && !highlight.isEmpty)
      #expect(highlight.upperBound <= cited.passage.passage.range.upperBound)
      end = highlight.upperBound
    }
    #expect(cited.citation.line == text.lineNumber(at: cited.passage.passage.range.lowerBound))
  }

  private func highlights(of cited: CitedPassage) -> [String] {
    cited.highlights.map { cited.passage.text(in: $0) }
  }

  @Test(
    "citations read as a person would write them",
    arguments: [
      ("hvor lang er oppsigelsesfristen etter § 2-1 første dag i måneden", "Ordensloven § 2-1"),
      ("vern under sykdom delvis borte", "Ordensloven § 2-3 a"),
      ("sommerpatruljen", "Handlingsprogram 2025–2029, 1.2 Lærlinger og unge arbeidstakere"),
      ("pauserom", "Pauser, Pauserom"),
    ])
  func citations(question: String, citation: String) throws {
    let cited = try #require(try answer(question).passages.first)
    #expect(cited.citation.text.hasPrefix(citation))
  }

  @Test("the ledd that the quote stands in is cited")
  func ledd() throws {
    let cited = try #require(
      try answer("§ 2-1 fristen løper fra den første dag i måneden").passages.first)
    #expect(cited.citation.text == "Ordensloven § 2-1 (3)")
    #expect(cited.citation.date == "2024-07-01")
  }

  @Test("pages are cited where the text has them")
  func pages() throws {
    let cited = try #require(try answer("menneskehandel").passages.first)
    #expect(cited.citation.page == 2)
  }

  @Test(
    "no content word of the question is known: not found, and it says which words",
    arguments: [
      ("xyzzy", ["xyzzy"]), ("hva med kvantefysikk?", ["kvantefysikk"]), ("hva er det", []),
      ("what is the", []), ("", []), ("?", []), ("§", []), ("x", ["x"]),
    ])
  func notFound(question: String, unknown: [String]) throws {
    let answer = try answer(question)
    #expect(answer.status == .notFound)
    #expect(answer.passages.isEmpty)
    #expect(answer.interpretation.unknownWords == unknown)
  }

  @Test(
    "hostile questions get an answer, never an error",
    arguments: [
      "\"", "\" OR NEAR( *", "oppsigelse\" OR \"x", "NEAR(oppsigelse ferie, 3)", "ferie*", "^ferie",
      "terms: ferie", "ferie AND (", "-ferie", "{ferie}", "'; DROP TABLE passage; --", "a\u{0}b",
      "\u{1B}[31mferie\u{1B}[0m", "\u{202E}eiref", "\u{FFFF}", "%s%n", "👍", "\n\n\n", "\u{301}",
    ])
  func hostile(question: String) throws {
    let answer = try answer(question)
    #expect(answer.question.text == question)
    #expect(answer.passages.isEmpty == (answer.status == .notFound))
  }

  @Test("10,000 words, and 10,000 different ones, are answered")
  func endless() throws {
    let same = try answer(String(repeating: "oppsigelse ", count: 10_000))
    #expect(same.status != .notFound)
    #expect(same.question.isShortened)
    let different = try answer((0..<10_000).map { "ord\($0)" }.joined(separator: " "))
    #expect(different.status == .notFound)
  }

  @Test("random questions get an answer")
  func randomQuestions() throws {
    var random = SeededGenerator(seed: 9)
    let words = ["ferie", "§", "15-3", "\"", "og", "*", "(", "NEAR", "\u{0}", "å\u{30A}", "frist"]
    for _ in 0..<500 {
      let count = Int.random(in: 0...12, using: &random)
      let text = (0..<count).compactMap { _ in words.randomElement(using: &random) }
      _ = try answer(text.joined(separator: " "))
      _ = try answer(String(decoding: random.bytes(upTo: 60), as: UTF8.self))
    }
  }

  @Test("the same question gets the same answer")
  func determinism() throws {
    let other = try Fixtures.assistant()
    for question in Fixtures.questions {
      #expect(try answer(question) == other.answer(to: Question(question)))
    }
  }

  @Test("at most ten passages")
  func answerLimit() throws {
    #expect(try answer("arbeidstaker arbeidsgiver skal ferie").passages.count == 10)
  }

  @Test("a conversation grows by each question, and the asker holds it")
  func conversation() throws {
    let empty = Conversation()
    let first = try assistant.answer(to: Question("oppsigelse"), in: empty).conversation
    let second = try assistant.answer(to: Question("ferie"), in: first).conversation
    #expect(empty.questions.isEmpty)
    #expect(second.questions.map(\.text) == ["oppsigelse", "ferie"])
  }
}
