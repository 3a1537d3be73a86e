import Testing

@testable import Retrieval

@Suite struct AskedHeadingTests {
  @Test(
    "a heading of asked pages tells its topic, its texts and their sections",
    arguments: [
      ("Fines: arbeidsmiljøloven § 18-10", "Fines", "arbeidsmiljøloven § 18-10", []),
      ("Tilsyn: hvem er med: aml § 18-4", "Tilsyn: hvem er med", "aml § 18-4", []),
      (
        "Peace: «Defence and security», «Peace»", "Peace", "«Defence and security», «Peace»",
        ["Defence and security", "Peace"]
      ),
    ] as [(String, String, String, [String])])
  func parts(heading: String, topic: String, sources: String, sections: [String]) throws {
    let asked = try #require(AskedHeading(heading))
    #expect(asked.topic == topic)
    #expect(asked.sources == sources)
    #expect(asked.sectionHeadings == sections)
  }

  @Test("a heading without sources is none", arguments: ["", "Arbeidstid", "Klokka 8:30"])
  func others(heading: String) {
    #expect(AskedHeading(heading) == nil)
  }
}
