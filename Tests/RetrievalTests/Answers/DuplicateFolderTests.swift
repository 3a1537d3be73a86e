import Documents
import Retrieval
import Testing

/// Near duplicates: each thing is said once, and the other places are named.
@Suite struct DuplicateFolderTests {
  private static let rule = """
    Arbeidsgiver skal drøfte oppsigelsen med den tillitsvalgte før beslutningen tas, og den ansatte \
    har rett til å ha med seg en rådgiver i møtet som bedriften kaller inn til.
    """

  private struct Pair: Sendable {
    var first: String
    var second: String
    var isSame: Bool

    init(_ first: String, _ second: String, isSame: Bool) {
      (self.first, self.second, self.isSame) = (first, second, isSame)
    }
  }

  private static let pairs: [Pair] = {
    let fortnight = rule + " Fristen er 14 dager."
    let month = rule + " Fristen er 30 dager."
    let longer = rule + " Møtet holdes så langt råd er i arbeidstida på stedet der folk er."
    let oneWord = rule.replacing("møtet", with: "samtalen")
    let severalWords = rule.replacing("skal", with: "må").replacing("ansatte", with: "tilsette")
      .replacing("møtet", with: "samtalen")
    return [
      Pair(rule, oneWord, isSame: true), Pair(rule, severalWords, isSame: false),
      Pair(fortnight, fortnight, isSame: true), Pair(fortnight, month, isSame: false),
      Pair(rule, longer, isSame: false),
    ]
  }()

  private func document(_ title: String, _ body: String) -> String {
    "# \(title)\n\n## Drøfting\n\n\(body)\n"
  }

  private func answer(
    _ texts: KeyValuePairs<String, String>, _ question: String = "drøfte oppsigelsen"
  ) throws -> Answer {
    try Assistant(index: InlineTexts.index(texts)).answer(to: Question(question))
  }

  @Test("the same rule in two texts is one result that names the other place")
  func sameText() throws {
    let answer = try answer([
      "a.md": document("Avtale A", Self.rule), "b.md": document("Avtale B", Self.rule),
    ])
    #expect(answer.passages.map(\.passage.id.rawValue) == ["a.md#drøfting/1"])
    let links = try #require(answer.passages.first).alsoIn
    #expect(
      links == [
        .init(citation: "Avtale B, Drøfting", passage: PassageID(rawValue: "b.md#drøfting/1"))
      ])
  }

  @Test(
    "texts are the same while four fifths of their words in threes are, and all their numbers",
    arguments: pairs)
  private func likeness(pair: Pair) throws {
    let answer = try answer([
      "a.md": document("Avtale A", pair.first), "b.md": document("Avtale B", pair.second),
    ])
    #expect(answer.passages.count == (pair.isSame ? 1 : 2))
    #expect(answer.passages.flatMap(\.alsoIn).count == (pair.isSame ? 1 : 0))
  }

  @Test("the better-ranked passage stays, under its own rank")
  func bestStays() throws {
    let better = Self.rule + " Drøfte oppsigelsen."
    let answer = try answer([
      "a.md": document("Avtale A", Self.rule), "b.md": document("Avtale B", better),
      "c.md": document("Avtale C", "Lønn utbetales den 12. i måneden. Oppsigelsen er noe annet."),
    ])
    #expect(answer.passages.map(\.document.id.rawValue) == ["b.md", "c.md"])
    #expect(answer.passages.map(\.rank) == [1, 2])
    #expect(answer.passages[0].alsoIn.map(\.citation) == ["Avtale A, Drøfting"])
  }

  @Test("folding brings further passages up, so that an answer stays as long")
  func refilled() throws {
    let others = (1...12).map { number in
      "## Sak \(number)\n\nSak \(number) om oppsigelsen: \(Self.words(number)).\n"
    }
    let answer = try answer([
      "a.md": document("Avtale A", Self.rule), "b.md": document("Avtale B", Self.rule),
      "c.md": "# Saker\n\n" + others.joined(separator: "\n"),
    ])
    #expect(answer.passages.count == 10)
    #expect(answer.passages.map(\.rank) == Array(1...10))
    #expect(answer.passages.filter { $0.document.id.rawValue == "b.md" }.isEmpty)
  }

  @Test("scores fall from rank to rank")
  func order() throws {
    let answer = try answer([
      "a.md": document("Avtale A", Self.rule), "b.md": document("Avtale B", Self.rule),
      "c.md": document("Avtale C", "Oppsigelsen skal være skriftlig."),
    ])
    #expect(answer.passages.map(\.score) == answer.passages.map(\.score).sorted(by: >))
  }

  @Test("passages of one section that share half of their text are one result")
  func overlap() throws {
    // Long sentences make the overlap of two passages large.
    let sentence = (1...60).map { "ord\($0)" }.joined(separator: " ")
    let chunker = Chunker.Lengths.wide
    let text = "# Tekst\n\n" + (1...6).map { "Punkt \($0) \(sentence)." }.joined(separator: " ")
    let index = try InlineTexts.index(["tekst.md": text], lengths: chunker)
    #expect(index.passages.count > 1)
    let answer = try Assistant(index: index).answer(to: Question("ord1 ord2"))
    #expect(answer.passages.count < index.passages.count)
    #expect(!answer.passages.flatMap(\.alsoIn).isEmpty)
  }

  private static func words(_ number: Int) -> String {
    (0..<12).map { "w\(number)x\($0)" }.joined(separator: " ")
  }
}

extension Chunker.Lengths {
  /// Passages of three sentences of 62 words, two of them shared.
  fileprivate static var wide: Chunker.Lengths {
    var lengths = Chunker.Lengths()
    (lengths.target, lengths.whole, lengths.overlap) = (190, 200, 125)
    return lengths
  }
}
