import Analysis
import Documents
@testable import Retrieval
import Testing
import TestSupport

@Suite struct CandidateFinderTests {
  /// An index with one passage for each text, in the order given.
  private func index(_ texts: [String]) throws -> MemoryPassageIndex {
    let analyzer = Analyzer()
    return MemoryPassageIndex(
      try texts.enumerated().map { number, text in
        let id = DocumentID("\(Character(UnicodeScalar(UInt8(0x61 + number)))).txt")
        let document = try DocumentReader().read(Array(text.utf8), id: id).document
        return AnalyzedDocument(document, by: analyzer)
      })
  }

  private func found(
    _ question: String, in index: MemoryPassageIndex, limit: Int = 10
  ) throws -> [Candidate] {
    let query = QueryAnalyzer().analyze(Question(question))
    return try CandidateFinder().candidates(for: query.weightedStems, in: index, limit: limit)
  }

  private let texts = [
    "Pausen varer en halv time hver dag.",
    "Ferien varer i fem uker, og ferien er lovfestet.",
    "Ferien varer i fem uker, og lønnen er avtalt.",
    "Streiken varer i fem uker, og lønnen er avtalt.",
  ]

  @Test("passages with more of the question's words come first")
  func order() throws {
    let index = try index(texts)
    #expect(try found("ferie uker", in: index).map(\.ordinal.index) == [1, 2, 3])
    #expect(try found("lønn i ferien", in: index).first?.ordinal.index == 2)
  }

  @Test("scores never rise down the list, and are above zero")
  func descending() throws {
    let assistant = try Fixtures.assistant()
    for question in Fixtures.questions {
      let candidates = try assistant.candidates(for: Question(question), limit: 100)
      #expect(candidates == candidates.sorted(by: Candidate.ranksBefore))
      #expect(candidates.allSatisfy { $0.score > 0 })
    }
  }

  @Test("equal scores stand in the order of the passages")
  func ties() throws {
    let index = try index(Array(repeating: "Ferien varer i fem uker hvert år.", count: 6))
    #expect(try found("ferie", in: index).map(\.ordinal.index) == [0, 1, 2, 3, 4, 5])
    #expect(try found("ferie", in: index, limit: 3).map(\.ordinal.index) == [0, 1, 2])
  }

  @Test("at most as many as asked for", arguments: [0, 1, 2, 100])
  func limits(limit: Int) throws {
    let index = try index(texts)
    #expect(try found("varer", in: index, limit: limit).count == min(limit, 4))
  }

  @Test("no word found, no candidate", arguments: ["", "xyzzy", "?!", "§"])
  func nothing(question: String) throws {
    #expect(try found(question, in: try index(texts)).isEmpty)
  }

  @Test("a stem counts only in passages of its language")
  func languages() throws {
    let index = try index([
      "The notice must be given in writing, and the notices are kept.",
      "Oppslaget om noticen skal være skriftlig, og det skal henge på tavla.",
    ])
    let stem = Analyzer().stem("notice", language: .english)
    let english = CandidateFinder.WeightedStem(stem: stem, weight: 1, norwegian: false)
    let norwegian = CandidateFinder.WeightedStem(stem: stem, weight: 1, norwegian: true)
    let finder = CandidateFinder()
    let inEnglish = try finder.candidates(for: [english], in: index, limit: 10)
    let inNorwegian = try finder.candidates(for: [norwegian], in: index, limit: 10)
    #expect(inEnglish.map(\.ordinal.index) == [0])
    #expect(!inNorwegian.map(\.ordinal.index).contains(0))
  }

  @Test("weights scale scores")
  func weights() throws {
    let index = try index(texts)
    let stem = Analyzer().stem("ferie", language: .bokmål)
    let scores = try [1.0, 2.0].map { weight in
      try CandidateFinder().candidates(
        for: [CandidateFinder.WeightedStem(stem: stem, weight: weight)], in: index, limit: 1
      )[0].score
    }
    #expect(abs(scores[1] - 2 * scores[0]) < 1e-12)
  }

  @Test("the best of many scores are those that sorting would give")
  func heap() {
    var random = SeededGenerator(seed: 8)
    for limit in [1, 2, 7, 100] {
      let scores = (0..<500).map { _ in Double(Int.random(in: 0...40, using: &random)) }
      let sorted = scores.enumerated().filter { $0.element > 0 }
        .map { Candidate(ordinal: PassageOrdinal($0.offset), score: $0.element) }
        .sorted(by: Candidate.ranksBefore)
      #expect(CandidateFinder.best(limit, of: scores) == Array(sorted.prefix(limit)))
    }
  }
}
