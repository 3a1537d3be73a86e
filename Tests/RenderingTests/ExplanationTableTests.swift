import Rendering
import Retrieval
import Testing

@Suite struct ExplanationTableTests {
  @Test("parts stand indented under what they are parts of, values under each other")
  func table() {
    let explanation = Explanation(parts: [
      .init("stem BM25", 11.4, parts: [.init("oppsigelsesfrist", 7.91), .init("lang", 3.49)]),
      .init("trigrams", 0.00004), .init("not in force", -6.5),
    ])
    #expect(
      ExplanationTable(explanation).lines == [
        " 4.9000  score",
        "11.4000    stem BM25",
        " 7.9100      oppsigelsesfrist",
        " 3.4900      lang",
        " 0.0000    trigrams",
        "-6.5000    not in force",
      ])
  }

  @Test("names can't act on a terminal")
  func safety() {
    let lines = ExplanationTable(Explanation(parts: [.init("a\u{1B}[2Jb\nc", 1)])).lines
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\n") })
  }
}
