import Documents
import Testing
import TestSupport

/// That nothing a text says is lost on its way into passages.
@Suite struct FixtureCoverageTests {
  @Test("every letter after the front matter lies in a passage or a heading")
  func coverage() throws {
    let documents = try Fixtures.documents()
    #expect(documents.count == 13)
    for document in documents {
      let gaps = gaps(in: document)
      #expect(gaps.isEmpty, "\(document.id) loses \(gaps)")
    }
  }

  @Test("the text of a passage is what its range gives, and ranges split no letter")
  func exactRanges() throws {
    for document in try Fixtures.documents() {
      for passage in document.passages {
        let bytes = document.text.utf8[passage.range]
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        #expect(document.text.trimmed(passage.range) == passage.range)
      }
    }
  }

  @Test("mixed-up texts lose nothing either")
  func randomTexts() throws {
    var random = SeededGenerator(seed: 6)
    let lines = [
      "# Tittel", "## Under", "§ 5. Ferie", "Kapittel 2. Lønn", "1.1 Lokalt arbeid", "", "", "",
      "- et punkt", "• annet punkt", "a) bokstav", "(1) Ledd én.", "LO vil", "Kravene er:",
      "En setning her. Og en til, jf. § 4.", "fortsetter på neste linje", "Kort linje",
      "---", "```", "===", "| a | b |", "> sitat", "\u{0C}", "* * *", "tillits-", "valgte",
    ]
    for round in 0..<400 {
      let text = (0..<30).map { _ in lines.randomElement(using: &random) ?? "" }
        .joined(separator: round.isMultiple(of: 2) ? "\n" : "\r\n")
      for name in ["a.md", "a.txt"] {
        do throws(DecodingProblem) {
          let document = try DocumentReader().read(Array(text.utf8), id: DocumentID(name)).document
          let gaps = gaps(in: document)
          #expect(gaps.isEmpty, "\(name) loses \(gaps) of \(text)")
        } catch {
          #expect(error == .empty)
        }
      }
    }
  }

  /// Letters and digits that are in no passage, heading or front matter.
  private func gaps(in document: Document) -> [String] {
    let text = document.text
    var covered = [Bool](repeating: false, count: text.utf8.count)
    let front = MetadataReader.frontMatter(of: text, file: "").bodyStart
    let ranges =
      [0..<front] + document.sections.map(\.headingRange) + document.passages.map(\.range)
    for range in ranges {
      for offset in range { covered[offset] = true }
    }
    return text.lines.compactMap { line in
      let lost = line.filter { !covered[$0] }.map { text.utf8[$0] }
      let string = String(decoding: lost, as: UTF8.self)
      return string.contains { $0.isLetter || $0.isNumber } ? string : nil
    }
  }
}
