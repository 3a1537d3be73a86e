import Analysis
import Retrieval
import Testing

@Suite struct QuerySyntaxTests {
  /// What a question's marks are, in one line: phrases plain, the others with their marks.
  private func marks(_ text: String) -> [String] {
    let syntax = QuerySyntax(text)
    func lines(_ prefix: String, _ values: [[String]]) -> [String] {
      values.map { prefix + $0.joined(separator: " ") }
    }
    return lines("", syntax.phrases) + lines("-", syntax.excludedPhrases)
      + lines("title:", syntax.titles) + lines("doc:", syntax.paths)
  }

  @Test(
    "marks at the beginning of words are read",
    arguments: [
      ("hva er \"Saklig  grunn\"?", ["saklig grunn"]),
      ("«saklig grunn» og “frist”", ["saklig grunn", "frist"]),
      ("(\"frist\")", ["frist"]), ("„frist“", ["frist"]),
      ("ferie -lærling", ["-lærling"]), ("-lærling ferie", ["-lærling"]),
      ("(-lærling)", ["-lærling"]),
      ("ferie -\"saklig grunn\"", ["-saklig grunn"]), ("ferie -e-post", ["-e post"]),
      ("title:ferieloven frist", ["title:ferieloven"]),
      ("Title:\"Lov om ferie\"", ["title:lov om ferie"]),
      ("doc:acts/ferie.md frist", ["doc:acts ferie md"]), ("doc:2024", ["doc:2024"]),
      (
        "\"a b\" -c title:d doc:e f", ["a b", "-c", "title:d", "doc:e"]
      ),
    ])
  func read(text: String, expected: [String]) { #expect(marks(text) == expected) }

  @Test(
    "what only looks like a mark is plain text",
    arguments: [
      "e-post", "arbeids- og velferdsetaten", "lønn - og ferie", "lønn – ferie", "-10 grader", "-",
      "--", "regler for\n-ferie\n-lønn", "ferie/-lønn", "hva er \"saklig grunn", "12\" og 15\" rør",
      "\"\"", "\" \"", "\"?!\"", "«saklig grunn\"", "title:", "title: ferie", "subtitle:ferie",
      "doc:", "tittel", "", "\"",
    ])
  func plain(text: String) {
    #expect(marks(text) == [])
    #expect(
      QueryAnalyzer().analyze(Question(text)).tokens.map(\.form)
        == Tokenizer().tokens(in: text).map(\.form))
  }

  @Test(
    "quoted words are searched for, the other marks are not",
    arguments: [
      (
        "hva er \"saklig grunn\" -lærling i title:ferieloven doc:b?",
        ["hva", "er", "saklig", "grunn", "i"]
      ),
      ("-lærling", []), ("ærlig -ål æra", ["ærlig", "æra"]),
    ])
  func searched(text: String, words: [String]) {
    #expect(QueryAnalyzer().analyze(Question(text)).tokens.map(\.form) == words)
  }
}
