import Documents
import Retrieval
import Testing

@Suite("Neighbouring words of a question") struct PairMatcherTests {
  /// What each text gets for pairs, by its path.
  private func pairScores(
    _ question: String, in texts: KeyValuePairs<String, String>
  ) throws -> [String: Double] {
    let index = try MemoryPassageIndex(texts: texts)
    let query = QueryAnalyzer().analyze(Question(question))
    let candidates = try CandidateFinder().candidates(
      for: query.weightedStems, in: index, limit: 10)
    let ranked = try Rescorer().rescore(candidates, for: query, in: index)
    return Dictionary(
      uniqueKeysWithValues: try ranked.map { item in
        let document = index.documents[try index.passage(at: item.ordinal).document]
        return (document.id.fileName, item.parts.bigram)
      })
  }

  @Test("count where they stand side by side, in their order")
  func sideBySide() throws {
    let scores = try pairScores(
      "fast stilling",
      in: [
        "apart.txt": "Hver stilling lyses ut. Laget er fast.",
        "beside.txt": "Den som har fast stilling, blir.",
        "turned.txt": "En stilling fast i tre år.",
        "other.txt": "Kokken holder kaffen varm.",
      ])
    #expect(scores["beside.txt"] ?? 0 > 0)
    #expect(scores["apart.txt"] == 0)
    #expect(scores["turned.txt"] == 0)
  }

  @Test("tell nothing if they never stand apart")
  func alwaysTogether() throws {
    let scores = try pairScores(
      "ad hoc", in: ["a.txt": "Et utvalg ad hoc møtes.", "b.txt": "Laget er ad hoc i år."])
    #expect(scores.values.allSatisfy { $0 == 0 })
  }

  @Test("tell more the fewer of the passages with the rarer word have them together")
  func rarity() throws {
    let filler = "Kokken holder kaffen varm hele natten."
    let often = try pairScores(
      "lokal avtale",
      in: [
        "a.txt": "En lokal avtale gjelder.", "b.txt": "Også lokal avtale her.",
        "c.txt": "Ingen lokal avtale der.", "d.txt": "Hver avtale teller.", "e.txt": filler,
      ])
    let once = try pairScores(
      "lokal avtale",
      in: [
        "a.txt": "En lokal avtale gjelder.", "b.txt": "Hver lokal båt her.",
        "c.txt": "Ingen lokal kokk der.", "d.txt": "Hver avtale teller.", "e.txt": filler,
      ])
    #expect(once["a.txt"] ?? 0 > often["a.txt"] ?? 0)
  }
}
