import Documents
import Retrieval
import Testing

@Suite("A page of questions that cites a long section")
struct SectionLeadTests {
  private static let programme = """
    # Program

    ## Organisasjonen

    Klubben på arbeidsplassen er limet, og hver klubb velger en leder som møter sjefen jevnlig.

    Kontingenten fastsettes av landsmøtet og trekkes månedlig, og studenter betaler en lavere sats.

    Lokallaget har møter fire ganger i året og holder kontakten med klubbene i hele området.
    """

  private static let asked = """
    ---
    title: Spørsmål om medlemskap
    language: nb
    kind: asked
    ---

    # Spørsmål om medlemskap

    ## Hva det koster: «Organisasjonen»

    - Hvor mye svir det på lommeboka?
    - Er prisen den samme for studenter, og trekkes kontingenten av lønna?
    """

  @Test("leads to the passage that has most of its words, though the question has none of them")
  func nearest() throws {
    var lengths = Chunker.Lengths()
    (lengths.target, lengths.whole, lengths.overlap, lengths.tail) = (18, 18, 0, 4)
    let index = try InlineTexts.index(["program.md": Self.programme], lengths: lengths)
    let guides = try InlineTexts.index(["membership.md": Self.asked])
    let answer = try Assistant(index: index, guides: guides)
      .answer(to: Question("svir det på lommeboka?"))
    let first = try #require(answer.passages.first)
    #expect(first.passage.text.hasPrefix("Kontingenten fastsettes"))
    #expect(answer.passages.count == 3)
  }
}
