import Documents
import Testing

@Suite struct MetadataReaderTests {
  private func front(_ text: String) -> MetadataReader.FrontMatter {
    MetadataReader.frontMatter(of: SourceText(text), file: "a.md")
  }

  @Test("front matter gives metadata, and the body begins after it")
  func frontMatter() {
    let text = "---\ntitle: Ferie\nadopted: 2006-01-01\n---\nBrød"
    let result = front(text)
    #expect(result.metadata.title == "Ferie")
    #expect(result.metadata.adopted == "2006-01-01")
    #expect(Array(text.utf8)[result.bodyStart...].elementsEqual("\nBrød".utf8))
    #expect(result.warnings.isEmpty)
  }

  @Test("every key has its field")
  func keys() {
    let metadata = front(
      """
      ---
      short_title: a
      publisher: b
      kind: c
      language: d
      in_force_from: e
      in_force_to: f
      last_changed: g
      supersedes: h
      level: i
      url: j
      ---
      """
    ).metadata
    var expected = DocumentMetadata()
    expected.shortTitle = "a"
    expected.publisher = "b"
    expected.kind = "c"
    expected.language = "d"
    expected.inForceFrom = "e"
    expected.inForceTo = "f"
    expected.lastChanged = "g"
    expected.supersedes = "h"
    expected.level = "i"
    expected.url = "j"
    #expect(metadata == expected)
  }

  @Test(
    "values are kept as they are written", arguments: ["no", "2006-01-01", "1.10", "0x1F", "~"])
  func verbatimValues(value: String) {
    #expect(front("---\ntitle: \(value)\n---\n").metadata.title == value)
  }

  @Test("unknown keys are kept, lists joined")
  func unknownKeys() {
    let metadata = front("---\nsector: [privat, stat]\narchive: 25/117\n---\n").metadata
    #expect(metadata.other == ["sector": "privat, stat", "archive": "25/117"])
  }

  @Test("a source that is an address is the url, another is kept")
  func sources() {
    #expect(front("---\nsource: https://example.org\n---\n").metadata.url == "https://example.org")
    #expect(front("---\nsource: LO\n---\n").metadata.other == ["source": "LO"])
    #expect(front("---\nsource: javascript:alert(1)\n---\n").metadata.url == nil)
  }

  @Test("CRLF, a closing line of dots and an empty block are read too")
  func shapes() {
    #expect(front("---\r\ntitle: A\r\n---\r\nB").metadata.title == "A")
    #expect(front("---\ntitle: A\n...\nB").metadata.title == "A")
    #expect(front("---\n---\nB").metadata == DocumentMetadata())
    #expect(front("---\n---\nB").warnings.isEmpty)
  }

  @Test(
    "text without front matter begins at once", arguments: ["", "Brød", "# A\n---\nB", "----\n"])
  func none(text: String) {
    #expect(front(text).bodyStart == 0)
    #expect(front(text).warnings.isEmpty)
  }

  @Test(
    "malformed front matter is a warning with its line, and the body is kept",
    arguments: [
      ("---\ntitle: A\ntitle: B: C\n---\nBrød", 3),
      ("---\ntitle: [a\n---\nBrød", 3),
      ("---\nbare tekst\n---\nBrød", 2),
      ("---\n- a\n- b\n---\nBrød", 2),
      ("---\ntitle: A\ntitle: B\n---\nBrød", 2),
      ("---\n\tx: y\n---\nBrød", 2),
    ])
  func malformed(text: String, line: Int) {
    let result = front(text)
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.file == "a.md")
    #expect(result.warnings.first?.line == line)
    #expect(Array(text.utf8)[result.bodyStart...].elementsEqual("\nBrød".utf8))
  }

  @Test("front matter that never ends is a warning, and all of it is text")
  func unclosed() {
    let result = front("---\ntitle: A\n\nBrød")
    #expect(
      result.warnings == [DocumentWarning(file: "a.md", line: 1, reason: .unclosedFrontMatter)])
    #expect(result.bodyStart == 0)
  }

  @Test("sources.yaml maps file names to metadata")
  func sourcesFile() {
    let yaml = "a.txt:\n  title: A\n  date: 2025\nb.txt:\n  kind: act\n"
    let (metadata, warnings) = MetadataReader.sources(of: yaml, file: "sources.yaml")
    #expect(metadata["a.txt"]?.title == "A")
    #expect(metadata["a.txt"]?.other == ["date": "2025"])
    #expect(metadata["b.txt"]?.kind == "act")
    #expect(warnings.isEmpty)
  }

  @Test(
    "a malformed sources.yaml is a warning with its line",
    arguments: [("a.txt: tekst\n", 1), ("a.txt:\n  title: A\n b: c\n", 3), ("- a\n", 1)])
  func malformedSources(yaml: String, line: Int) {
    let (metadata, warnings) = MetadataReader.sources(of: yaml, file: "sources.yaml")
    #expect(metadata.isEmpty)
    #expect(warnings.map(\.line) == [line])
  }

  @Test("front matter wins over sources.yaml, field by field")
  func precedence() throws {
    var known = DocumentMetadata()
    known.title = "Fra sources.yaml"
    known.publisher = "LO"
    let text = "---\ntitle: Fra teksten\n---\n# Overskrift\n\nBrødtekst her.\n"
    let document = try DocumentReader().read(Array(text.utf8), id: DocumentID("a.md"), known: known)
      .document
    #expect(document.title == "Fra teksten")
    #expect(document.metadata.publisher == "LO")
  }
}
