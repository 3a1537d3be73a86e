import Analysis
import Documents
@testable import Retrieval
import Testing

@Suite("A compound that nothing knows") struct CompoundSplitterTests {
  private let index: MemoryPassageIndex

  init() throws {
    index = try MemoryPassageIndex(
      texts: [
        "a.txt": "Planen for ferieavvikling henger i garderoben. Et møte om ferieavvikling holdes.",
        "b.txt": "Arbeidsmiljøutvalg og plan for møte. Garderobe for alle. Ferieavvikling i juli.",
        "c.txt": "Et arbeidsmiljøutvalg har møte hver måned etter en plan. En garderobe er låst.",
        "d.txt": "Kokken holder kaffen varm hele natten.",
      ])
  }

  private func parts(of question: String) throws -> [[String]] {
    try Speller(index: index).correct(QueryAnalyzer().analyze(Question(question)))
      .terms.map { $0.parts.map(\.form) }.filter { !$0.isEmpty }
  }

  @Test(
    "is searched for by the words that it consists of",
    arguments: [
      ("ferieavviklingsplan", ["ferieavvikling", "plan"]),
      ("arbeidsmiljøutvalgsmøte", ["arbeidsmiljøutvalg", "møte"]),
      ("garderobemøteplan", ["garderobe", "møte", "plan"]),
    ])
  func split(compound: String, expected: [String]) throws {
    #expect(try parts(of: compound) == [expected])
    let answer = try Assistant(index: index).answer(to: Question(compound))
    #expect(answer.interpretation.concepts == [expected.joined(separator: " + ")])
    #expect(answer.interpretation.unknownWords.isEmpty)
    #expect(!(answer.passages + answer.nearMisses).isEmpty)
  }

  @Test(
    "stays whole if the texts have it, if it is a name or quoted, or if a part is unknown",
    arguments: [
      "ferieavvikling i juli", "skal Ferieavviklingsplan gjelde", "\"ferieavviklingsplan\"",
      "ferieavviklingsrakett", "planen",
    ])
  func whole(question: String) throws {
    #expect(try parts(of: question).isEmpty)
  }

  @Test("ranks what has its words before what has none")
  func ranking() throws {
    let passages = try Assistant(index: index).answer(to: Question("kaffeplan for natten"))
      .passages
    #expect(passages.first?.document.id.rawValue == "d.txt")
  }

  @Test(
    "is found with or without an s between its parts, as the texts rather write it",
    arguments: [("garderobesmøte", "garderobemøte"), ("arbeidsmiljøplan", "arbeidsmiljøsplan")])
  func link(asked: String, written: String) throws {
    let index = try MemoryPassageIndex(
      texts: [
        "a.txt": "Styret holder \(written) i kveld.", "b.txt": "Et \(written) er lovlig.",
        "c.txt": "Noen skriver \(asked) om det.", "d.txt": "Kokken holder kaffen varm.",
      ])
    let query = try Speller(index: index).correct(QueryAnalyzer().analyze(Question(asked)))
    let found = try CandidateFinder().candidates(for: query.weightedStems, in: index, limit: 10)
    #expect(query.weightedStems.contains { written.hasPrefix($0.stem) })
    #expect(found.count == 3)
    let answer = try Assistant(index: index).answer(to: Question(asked))
    #expect((answer.passages + answer.nearMisses).count == 3)
  }
}
