import Retrieval
import Testing

@Suite("Headings that the vocabulary knows")
struct HeadingCoverageTests {
  @Test("headings with words of their own are counted, once a document")
  func coverage() throws {
    let texts = try index([
      "lov.md": """
      # Lov om arbeid

      ## Kapittel 1

      ### § 1 Oppsigelse

      En oppsigelse skal være skriftlig.

      ### § 2

      Den skal leveres personlig.

      ### § 3 Reisegods

      Reisegods leveres tilbake til eieren.
      """
    ])
    let coverage = try HeadingCoverage(of: texts, by: SmallVocabulary.dismissals.compiled)
    #expect(coverage.headings == 2)
    #expect(coverage.touched == 1)
    #expect(coverage.untouched == ["§ 3 Reisegods"])
  }
}
