import Documents
import Testing
import TestSupport

@Suite struct LeddTests {
  private func ledd(_ body: String) throws -> [String] {
    let document = try read("§ 1. Formål\n\n" + body, as: "a.txt")
    let section = try #require(document.sections.first)
    return section.ledd.map { "\($0.number): \(document.text.string(in: $0.range))" }
  }

  @Test("numbered ledd have their own numbers, and take in their lists")
  func numbered() throws {
    let body =
      "(1) Første ledd.\n\n(2) Andre ledd gjelder\n\na) sjø,\n\nb) luft.\n\n(4) Fjerde ledd.\n"
    #expect(
      try ledd(body) == [
        "1: (1) Første ledd.", "2: (2) Andre ledd gjelder\n\na) sjø,\n\nb) luft.",
        "4: (4) Fjerde ledd.",
      ])
  }

  @Test("unnumbered ledd are the paragraphs that begin with a capital after a full stop")
  func unnumbered() throws {
    let body =
      "Første ledd. To setninger.\n\nAndre ledd gjelder:\n\n– sjø\n\n– luft.\n\nTredje ledd.\n"
    #expect(
      try ledd(body) == [
        "1: Første ledd. To setninger.", "2: Andre ledd gjelder:\n\n– sjø\n\n– luft.",
        "3: Tredje ledd.",
      ])
  }

  @Test("text outside provisions has no ledd")
  func none() throws {
    #expect(try read("# Guide\n\n(1) Tekst.\n\n(2) Tekst.\n").sections.allSatisfy(\.ledd.isEmpty))
  }

  @Test("a passage knows which ledd it covers")
  func covered() throws {
    let document = try Fixtures.document("acts/ordensloven.md")
    let passage = try #require(document.passages.first { $0.id.rawValue.hasSuffix("#§2-1/1") })
    #expect(passage.ledd == 1...3)
  }

  @Test(
    "an item of a list keeps its lead-in, with or without a colon",
    arguments: ["LO vil:", "LO vil"])
  func leadIn(introduction: String) throws {
    let items = (1...40).map { "- satse på punkt nummer \($0) i planen for de neste årene" }
    let document = try read("# Plan\n\n\(introduction)\n\n" + items.joined(separator: "\n") + "\n")
    #expect(document.passages.count > 1)
    for passage in document.passages.dropFirst() {
      let leadIn = try #require(passage.leadIn)
      #expect(document.text.string(in: leadIn) == introduction)
      #expect(leadIn.upperBound <= passage.range.lowerBound)
    }
    #expect(document.passages[0].leadIn == nil)
  }

  @Test("a paragraph after a list has no lead-in")
  func afterList() throws {
    let items = (1...30).map { "- satse på punkt nummer \($0) i planen for årene" }
    let prose = String(repeating: "Så følger en setning av vanlig slag. ", count: 40)
    let document = try read("# Plan\n\nLO vil:\n\n\(items.joined(separator: "\n"))\n\n\(prose)\n")
    #expect(document.passages.last?.leadIn == nil)
  }
}
