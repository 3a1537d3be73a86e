import Documents
import Testing

@Suite struct SourceTextTests {
  @Test("lines end at \\n or \\r\\n")
  func lines() {
    let text = SourceText("én\r\nto\n\ntre")
    #expect(text.lines.map(text.string(in:)) == ["én", "to", "", "tre"])
  }

  @Test("line numbers count from 1", arguments: [(0, 1), (2, 1), (3, 2), (4, 3), (6, 3)])
  func lineNumbers(offset: Int, line: Int) {
    #expect(SourceText("ab\n\ncd").lineNumber(at: offset) == line)
  }

  @Test("pages are counted where the text has form feeds")
  func pages() {
    let text = SourceText("a\u{0C}b\u{0C}c")
    #expect([0, 2, 4].map(text.pageNumber(at:)) == [1, 2, 3])
    #expect(SourceText("a b").pageNumber(at: 2) == nil)
  }

  @Test(
    "white space at the ends is trimmed",
    arguments: [
      ("  a b \n", 2..<5), ("\u{A0}å\u{A0}", 2..<4), ("\u{FEFF}a", 3..<4), ("", 0..<0),
    ])
  func trimming(text: String, range: Range<Int>) {
    let source = SourceText(text)
    #expect(source.trimmed(source.fullRange) == range)
  }

  @Test("trimming white space alone leaves nothing")
  func trimmingBlank() {
    let source = SourceText(" \n\t\u{A0}")
    #expect(source.trimmed(source.fullRange).isEmpty)
  }

  @Test(
    "words are counted between white space",
    arguments: [("", 0), (" ", 0), ("ett", 1), ("to ord", 2), ("tre\u{A0}små\nord", 3)])
  func wordCount(text: String, count: Int) {
    let source = SourceText(text)
    #expect(source.wordCount(in: source.fullRange) == count)
  }
}
