import Analysis
import Documents
import Foundation
import Rendering
import Retrieval
import TestSupport
import Testing

@Suite("Evidence packs")
struct EvidenceTests {
  private let pack: EvidencePack

  init() throws {
    pack = EvidencePack(
      [try SmallCollection.assistant().answer(to: Question("bytte av <vakter> --> ```?"))],
      limit: 2, program: "Tillit test", saved: Date(timeIntervalSince1970: 1_700_000_000),
      language: .bokmål)
  }

  private func check(_ text: String, id: String = "acts/turordningsloven.md") -> EvidenceCheck {
    let bytes = Array(text.utf8)
    return EvidenceCheck { document in
      document == DocumentID(id)
        ? EvidenceCheck.Source(text: bytes, contentHash: ContentHash.of(bytes)) : nil
    }
  }

  private var sourceText: String {
    (SmallCollection.texts["acts/turordningsloven.md"] ?? "") + "\n"
  }

  @Test("a pack reads back from either form", arguments: EvidenceFile.Form.allCases)
  func roundTrip(form: EvidenceFile.Form) throws {
    let text = EvidenceFile.text(of: pack, as: form)
    #expect(try EvidenceFile.read(text) == pack)
    #expect(try EvidenceFile.read(text.replacing("\n", with: "\r\n")) == pack)
  }

  @Test("the page shows quotes, places and digests")
  func page() throws {
    let text = EvidenceFile.text(of: pack, as: .markdown)
    let passage = try #require(pack.exchanges.first?.passages.first)
    #expect(text.contains("## bytte av \\<vakter\\> --\\> \\`\\`\\`?"))
    #expect(text.contains("### 1. Turordningsloven § 1-1 (2)"))
    #expect(text.contains("> (2) Bytte av vakter skal varsles skriftlig"))
    #expect(text.contains("`\(passage.textHash)`"))
    #expect(text.contains("<https://example.org/turordningsloven>"))
    let html = EvidenceFile.text(of: pack, as: .html)
    #expect(html.contains("<h2>bytte av &lt;vakter&gt; --&gt; ```?</h2>"))
    #expect(html.contains("default-src 'none'"))
  }

  @Test(
    "a change to what people read, or to the data, shows",
    arguments: [
      ("tre dager før", "to dager før"), ("1-1", "9-9"), ("Tillit test", "Another"),
      ("\"status\":\"answered\"", "\"status\":\"uncertain\""), ("\"exchanges\"", "\"exchange\""),
    ])
  func tampering(word: String, other: String) {
    for form in EvidenceFile.Form.allCases {
      let text = EvidenceFile.text(of: pack, as: form)
      guard let first = text.range(of: word) else {
        Issue.record("\(word) isn't there")
        return
      }
      #expect(throws: EvidenceProblem.altered) {
        try EvidenceFile.read(text.replacingCharacters(in: first, with: other))
      }
    }
  }

  @Test("other files are no evidence", arguments: ["", "# Title\n", "<html></html>", "\0\0"])
  func otherFiles(text: String) {
    #expect(throws: EvidenceProblem.noEvidence) { try EvidenceFile.read(text) }
  }

  @Test("another version's pack is named as such")
  func otherFormat() throws {
    var other = pack
    other.format = "tillit-evidence/9"
    #expect(throws: EvidenceProblem.otherFormat("tillit-evidence/9")) {
      try EvidenceFile.read(EvidenceFile.text(of: other, as: .html))
    }
  }

  @Test("a quote is unchanged, moved, changed or gone")
  func findings() throws {
    let passage = try #require(pack.exchanges.first?.passages.first)
    #expect(check(sourceText).finding(for: passage) == .unchanged)
    #expect(
      check("xy" + sourceText).finding(for: passage) == .moved(to: passage.range.start + 2))
    let edited = sourceText.replacing("tre dager", with: "to dager")
    #expect(check(edited).finding(for: passage) == .changed)
    #expect(check("").finding(for: passage) == .changed)
    #expect(check(sourceText, id: "other.md").finding(for: passage) == .gone)
  }

  @Test("a pack that contradicts itself is unsound")
  func contradiction() throws {
    var passage = try #require(pack.exchanges.first?.passages.first)
    passage.text += "!"
    #expect(check(sourceText).finding(for: passage) == .contradictory)
    var shifted = try #require(pack.exchanges.first?.passages.first)
    shifted.quote.end = shifted.range.end + 1
    #expect(shifted.quoteText == nil)
    #expect(check(sourceText).finding(for: shifted) == .contradictory)
  }

  @Test("hostile texts stay text in both forms")
  func hostile() throws {
    let texts = [
      "x.md": """
      ---
      title: "</script><script>alert(1)</script> -->"
      url: "javascript:alert(1)"
      ---
      # <img src=x onerror=alert(1)>

      Bytte av vakter </script> --> <!-- \u{1B}[2J ``` varsles skriftlig, og alle som bytter, skriver \
      navnet sitt i boka som ligger fremme i messa hele uken.
      """
    ]
    let answer = try SmallCollection.assistant(texts).answer(to: Question("bytte vakter"))
    let hostile = EvidencePack(
      [answer], limit: 3, program: "Tillit", saved: Date(timeIntervalSince1970: 0),
      language: .english)
    let html = EvidenceFile.text(of: hostile, as: .html)
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(!html.contains("<img") && !html.contains("href=\"javascript"))
    let markdown = EvidenceFile.text(of: hostile, as: .markdown)
    #expect(markdown.components(separatedBy: "<!--").count == 2)
    #expect(markdown.components(separatedBy: "-->").count == 2)
    for form in EvidenceFile.Form.allCases {
      let text = EvidenceFile.text(of: hostile, as: form)
      #expect(!text.contains("\u{1B}"))
      #expect(try EvidenceFile.read(text) == hostile)
    }
  }
}
