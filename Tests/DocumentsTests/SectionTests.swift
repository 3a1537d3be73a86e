import Documents
import Testing
import TestSupport

/// Reads a text as a file of the given name.
func read(_ text: String, as name: String = "a.md") throws -> Document {
  try DocumentReader().read(Array(text.utf8), id: DocumentID(name)).document
}

@Suite struct SectionTests {
  private func paths(_ text: String, as name: String) throws -> [String] {
    try read(text, as: name).sections.map { $0.path.joined(separator: " > ") }
  }

  @Test("Markdown headings nest by their marks; the title is left out of paths")
  func markdown() throws {
    let text =
      "# Ferie\n\nTekst.\n\n## Lengde\n\nTekst.\n\n### Unntak\n\nTekst.\n\n## Penger ##\n\nTekst.\n"
    #expect(
      try paths(text, as: "a.md") == ["", "Lengde", "Lengde > Unntak", "Penger"])
    #expect(try read(text).title == "Ferie")
  }

  @Test("underlined headings are headings in Markdown")
  func setext() throws {
    let text = "Ferie\n=====\n\nTekst her.\n\nLengde\n------\n\nMer tekst.\n"
    #expect(try paths(text, as: "a.md") == ["", "Lengde"])
  }

  @Test("marks in a fenced block are no headings")
  func fence() throws {
    let text = "# A\n\n```\n# ikke overskrift\n```\n\nTekst.\n"
    #expect(try read(text).sections.map(\.heading) == ["A"])
  }

  @Test("emphasis around a heading is left out")
  func emphasis() throws {
    #expect(try read("## **Ferie**\n\nTekst.\n").sections.map(\.heading) == ["Ferie"])
  }

  @Test("numbered headings nest by their numbers in plain text")
  func numbered() throws {
    let text = """
      Program for perioden

      1 Arbeid

      Alle skal ha arbeid.

      1.1 Lokalt arbeid

      Klubbene arbeider lokalt.

      2 Fred

      Verden trenger fred.
      """
    #expect(
      try paths(text, as: "a.txt") == [
        "Program for perioden", "1 Arbeid", "1 Arbeid > 1.1 Lokalt arbeid", "2 Fred",
      ])
  }

  @Test("a run of numbered lines is a list, not headings")
  func numberedList() throws {
    let text = "Kravene er disse:\n\n1 Lønn\n2 Arbeidstid\n3 Ferie\n\nDe gjelder alle.\n"
    #expect(try read(text, as: "a.txt").sections.count == 1)
  }

  @Test("a statute's chapters and sections nest in plain text")
  func statute() throws {
    let text = """
      Kapittel 1. Ferie

      § 1. Lengde

      Ferien er lang.

      § 2 Tid

      Ferien er om sommeren.

      Kapittel 2. Penger

      § 3

      Pengene kommer i juni.
      """
    #expect(
      try paths(text, as: "a.txt") == [
        "Kapittel 1. Ferie", "Kapittel 1. Ferie > § 1. Lengde", "Kapittel 1. Ferie > § 2 Tid",
        "Kapittel 2. Penger", "Kapittel 2. Penger > § 3",
      ])
    let document = try read(text, as: "a.txt")
    #expect(document.sections.compactMap(\.provision?.description) == ["§ 1", "§ 2", "§ 3"])
    #expect(document.sections.map(\.anchor).suffix(2) == ["kapittel-2-penger", "§3"])
  }

  @Test(
    "a reference at the start of a line opens no section",
    arguments: [
      "§ 3 gjelder tilsvarende.", "§ 14-4 a gjelder ikke her.", "§ 3 i denne loven",
      "§§ 3 og 4 gjelder ikke.",
    ])
  func reference(line: String) throws {
    let text = "§ 1. Formål\n\nDette er loven.\n\n\(line)\n"
    #expect(try read(text, as: "a.txt").sections.count == 1)
  }

  @Test(
    "a provision's heading needs no title, and may be in brackets",
    arguments: ["§ 3", "§ 3.", "§ 14-4 a.", "§ 3. (Opphevet)", "§ 14-4 a Tittel", "§ 3-1. Æresord"])
  func provisionHeading(line: String) throws {
    let text = "§ 1. Formål\n\nDette er loven.\n\n\(line)\n\nMer lov.\n"
    #expect(try read(text, as: "a.txt").sections.map(\.heading) == ["§ 1. Formål", line])
  }

  @Test("short lines of their own are headings in plain text")
  func standAlone() throws {
    let text = "Om oss\n\nVi er mange medlemmer.\n\nVårt arbeid\n\nVi arbeider for alle.\n"
    #expect(try read(text, as: "a.txt").sections.map(\.heading) == ["Om oss", "Vårt arbeid"])
  }

  @Test(
    "lines that go on, end in punctuation or introduce a list are no headings",
    arguments: [
      "Dette er en setning.", "Kravene er:", "og derfor går det", "post@example.org er adressen",
      "Telefon: 22 22 22 22",
      "Dette er en linje som er altfor lang til å være en overskrift av noe slag",
    ])
  func noHeading(line: String) throws {
    let text = "Innledning først.\n\n\(line)\n\nSå følger mer tekst her.\n"
    #expect(try read(text, as: "a.txt").sections.count == 1)
  }

  @Test("a heading that stands twice has two anchors")
  func anchors() throws {
    let text = "# A\n\n## Ferie\n\nEn.\n\n## Ferie\n\nTo.\n"
    #expect(try read(text).sections.map(\.anchor) == ["a", "ferie", "ferie~2"])
  }

  @Test("passage ids survive edits elsewhere in the text")
  func stableIDs() throws {
    let ending = "## Ferie\n\nFerien er lang.\n"
    let first = try read("# A\n\n## Lønn\n\nKort.\n\n" + ending)
    let second = try read(
      "# A\n\n## Lønn\n\nMye lengre tekst. Og mer.\n\n## Tid\n\nNy.\n\n" + ending)
    #expect(first.passages.last?.id == second.passages.last?.id)
    #expect(first.passages.last?.id.rawValue == "a.md#ferie/1")
  }

  @Test(
    "provision labels",
    arguments: [
      ("§ 15-3 Oppsigelsesfrister", "§ 15-3"), ("§14-4a. Tittel", "§ 14-4 a"),
      ("§ 14-4 a Tittel", "§ 14-4 a"), ("§\u{A0}5", "§ 5"), ("Artikkel 17 Rett", "artikkel 17"),
      ("Art 1.", "artikkel 1"), ("gdpr/a17 Rett til sletting", "artikkel 17"),
    ])
  func provisions(heading: String, label: String) {
    #expect(ProvisionLabel(heading: heading)?.description == label)
  }

  @Test(
    "other headings have no label", arguments: ["", "Ferie", "§", "§ a", "Artikkel", "§ 12345"])
  func noProvision(heading: String) {
    #expect(ProvisionLabel(heading: heading) == nil)
  }

  @Test(
    "the title is the metadata's, the text's own or the file's name",
    arguments: [
      ("---\ntitle: Fra metadata\n---\n# Egen\n\nTekst.\n", "a.md", "Fra metadata"),
      ("# Egen\n\nTekst.\n", "a.md", "Egen"),
      ("Bare en linje\n\nOg så en setning til.\n", "a.txt", "Bare en linje"),
      ("ord\n", "mappe/a.txt", "a.txt"),
    ])
  func titles(text: String, name: String, title: String) throws {
    #expect(try read(text, as: name).title == title)
  }
}
