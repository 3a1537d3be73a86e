import Documents
import Retrieval
import Testing

@Suite("A question that names a provision")
struct NamedProvisionTests {
  private static let act = """
    # Vaktplanloven

    ### § 4 Arbeidsplan

    (1) Den som leder en virksomhet, skal sette opp en oversikt over ukene framover og henge den opp.

    (2) Kongen gir i forskrift nærmere regler for oversikten og for innsynet i slike planer.

    (3) Brudd på bestemmelsen straffes med bot, og medvirkning straffes på samme måte.
    """

  private func citations(for text: String) throws -> [String] {
    var lengths = Chunker.Lengths()
    (lengths.target, lengths.whole, lengths.overlap, lengths.tail) = (20, 20, 0, 4)
    let index = try InlineTexts.index(["vaktplanloven.md": Self.act], lengths: lengths)
    return try Assistant(index: index).answer(to: Question(text)).passages.map(\.citation.text)
  }

  @Test("shows it from its beginning, though a later ledd has the very words of the question")
  func beginning() throws {
    #expect(
      try citations(for: "hva sier vaktplanloven § 4 om oversikten").first
        == "Vaktplanloven § 4 (1)")
  }

  @Test("shows the ledd first that it names")
  func namedLedd() throws {
    #expect(
      try citations(for: "hva sier vaktplanloven § 4 (3) om planer").first
        == "Vaktplanloven § 4 (3)")
  }

  @Test("shows a later ledd first that has most of the question")
  func laterLedd() throws {
    #expect(
      try citations(for: "vaktplanloven § 4 straffes brudd og medvirkning med bot").first
        == "Vaktplanloven § 4 (3)")
  }
}
