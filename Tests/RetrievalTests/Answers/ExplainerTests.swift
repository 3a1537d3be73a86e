import Analysis
@testable import Documents
import Retrieval
import Testing

/// Explanations: what a passage's score is made of.
@Suite struct ExplainerTests {
  private static let act = """
    ---
    title: Lov om oppsigelse (oppsigelsesloven)
    short_title: Oppsigelsesloven
    ---
    # Lov om oppsigelse (oppsigelsesloven)

    ## § 1 Vern

    Arbeidstaker kan ikke sies opp uten saklig grunn. En lærling har samme vern.

    ## § 3 Oppsigelsesfrist

    Oppsigelsesfristen er én måned for alle ansatte i bedriften.

    ## § 4 Permittering

    Ved permittering løper fristen fra varselet.
    """

  private static let guide = """
    # Når jobben tar slutt

    Oppsigelsestid: fristen står i oppsigelsesloven § 3.
    """

  private func assistant() throws -> Assistant {
    let concept = Concept(
      id: "notice-period", terms: ["nb": ["oppsigelsesfrist"], "en": ["notice period"]],
      lay: ["nb": ["oppsigelsestid"]], abbreviations: [],
      provisions: ["oppsigelsesloven § 3"], broader: [], related: [], file: "", line: 1)
    var vocabulary = Vocabulary()
    vocabulary.concepts = [concept]
    return Assistant(
      index: try InlineTexts.index(["oppsigelse.md": Self.act]),
      vocabulary: VocabularyCompiler().compile(vocabulary),
      guides: try InlineTexts.index(["slutt.md": Self.guide]))
  }

  private func explained(_ text: String, after earlier: String? = nil) throws -> [CitedPassage] {
    let assistant = try assistant()
    let conversation = try earlier.map { try assistant.answer(to: Question($0)).conversation }
    return try assistant.answer(
      to: Question(text), in: conversation ?? Conversation(), explaining: true
    ).passages
  }

  @Test(
    "the parts of every passage add up to its score, and their parts to them",
    arguments: [
      "hvor lang er oppsigelsestiden", "oppsigelsesloven § 3", "how long is the notice period",
      "permittering varsel frist", "saklig grunn for en lærling",
    ])
  func sums(question: String) throws {
    let passages = try explained(question)
    #expect(!passages.isEmpty)
    for cited in passages {
      let explanation = try #require(cited.explanation)
      #expect(abs(explanation.total - cited.score) < 1e-9)
      for part in explanation.parts where !part.parts.isEmpty {
        #expect(abs(part.parts.reduce(0) { $0 + $1.value } - part.value) < 1e-9)
      }
    }
  }

  @Test("what gave a passage nothing is left out")
  func zeroes() throws {
    for cited in try explained("hvor lang er oppsigelsestiden") {
      let explanation = try #require(cited.explanation)
      for part in explanation.parts {
        #expect(part.value != 0)
        #expect(part.parts.allSatisfy { $0.value != 0 })
      }
    }
  }

  @Test(
    "a part names what gave it",
    arguments: [
      ("permittering varsel", "stem BM25", "varsel"),
      ("hvor lang er oppsigelsestiden", "stem BM25", "oppsigelsesfrist (notice-period)"),
      ("hvor lang er oppsigelsestiden", "known provision", "notice-period"),
      ("hvor lang er oppsigelsestiden", "cited by a guide", "Når jobben tar slutt"),
      ("oppsigelsesloven § 3", "named provision", "§ 3"),
    ])
  func names(question: String, stage: String, name: String) throws {
    let best = try #require(try explained(question).first?.explanation)
    let part = try #require(best.parts.first { $0.name == stage })
    #expect(part.parts.map(\.name).contains(name))
  }

  @Test("a term's part is its share of BM25")
  func termValue() throws {
    let assistant = try assistant()
    let cited = try #require(try explained("lærling").first)
    let part = try #require(cited.explanation?.parts.first { $0.name == "stem BM25" })
    let table = assistant.index.passages
    let bm25 = BM25()
    let expected =
      bm25.idf(documentFrequency: 1, of: table.count)
      * bm25.saturation(
        frequency: 1, length: Double(table.lengths[cited.passage.ordinal.index]),
        averageLength: table.averageLength)
    #expect(part.parts.map(\.name) == ["lærling"])
    #expect(abs(part.value - expected) < 1e-9)
  }

  @Test("carried words are named as such")
  func carried() throws {
    let passages = try explained("og for en lærling?", after: "saklig grunn for oppsigelse")
    let names = passages.compactMap(\.explanation).flatMap(\.parts).flatMap(\.parts).map(\.name)
    #expect(names.contains("saklig (carried)"))
    #expect(names.contains("lærling"))
  }

  @Test("an answer is explained only when that is asked for, and is the same either way")
  func onlyOnRequest() throws {
    let assistant = try assistant()
    let plain = try assistant.answer(to: Question("permittering"))
    let explained = try assistant.answer(to: Question("permittering"), explaining: true)
    #expect(plain.passages.allSatisfy { $0.explanation == nil })
    #expect(plain.passages.map(\.score) == explained.passages.map(\.score))
    #expect(plain.passages.map(\.passage.id) == explained.passages.map(\.passage.id))
  }
}
