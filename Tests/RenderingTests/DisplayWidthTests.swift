import Rendering
import Testing

@Suite("Widths on a terminal")
struct DisplayWidthTests {
  @Test(
    "letters are as wide as a terminal draws them",
    arguments: [
      ("", 0), ("ærlig", 5), ("a\u{30A}", 1), ("so\u{AD}ft", 4), ("山田", 4), ("한", 2), ("✅", 2),
      ("☎", 1), ("😀", 2), ("a\u{200B}b\u{2060}", 2), ("a\u{20DD}", 1),
      ("\u{1B}[1;33mord\u{1B}[0m", 3),
    ])
  func widths(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
