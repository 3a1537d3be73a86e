import Analysis
@testable import Documents
import Foundation
import Retrieval
import SQLiteIndex
import Testing

/// What passages refer to, in a file and in memory.
@Suite struct PassageReferenceTests {
  private static let texts: KeyValuePairs = [
    "ferie.md": """
    # Ferieloven

    ## § 1 Formål

    Loven sikrer ferie, se § 2 og arbl. § 1 annet ledd. § 9 finnes ikke.

    ## § 2 Ferietid

    Ferien er fem uker, jf. ferieloven § 1 og arbeidsloven § 2.
    """,
    "arbeid.md": """
    # Arbeidsloven

    ## § 1 Vern

    (1) Vernet gjelder alle.

    (2) Unntak følger av § 2 og § 2 (1).

    ## § 2 Unntak

    Unntak gjelder ledere, se ferieloven § 2 og forvaltningsloven § 1.
    """,
  ]

  private let content: IndexContent
  private let index: SQLitePassageIndex

  init() throws {
    var vocabulary = Vocabulary()
    vocabulary.acts = [ActName(name: "arbeidsloven", aliases: ["arbl."], within: nil)]
    content = IndexContent(
      documents: try Self.texts.map { path, text in
        AnalyzedDocument(
          try DocumentReader().read(Array(text.utf8), id: DocumentID(path)).document,
          by: Analyzer())
      }, vocabulary: VocabularyCompiler().compile(vocabulary), sourceHash: "test")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tillit-references-\(UUID().uuidString)")
    let file = IndexFile(folder.appendingPathComponent("index.sqlite"))
    try file.build(content)
    index = try file.open().texts
    // An opened file stays readable without its name.
    try FileManager.default.removeItem(at: folder)
  }

  @Test("a file gives the same references as memory, both ways")
  func sameAsMemory() throws {
    let memory = MemoryPassageIndex(content.documents, acts: content.vocabulary.acts)
    #expect(index.passages.count == 4)
    #expect(index.provisions == memory.provisions)
    for position in 0..<4 {
      let ordinal = PassageOrdinal(position)
      let own = ordinal.rawValue..<ordinal.rawValue + 1
      #expect(try index.references(from: ordinal) == memory.references(from: ordinal))
      #expect(try index.references(to: own) == memory.references(to: own))
    }
    #expect(try index.references(to: 0..<4) == memory.references(to: 0..<4))
  }

  @Test(
    "references are resolved to passages, ledd included, and to nothing that isn't there",
    arguments: [
      ("ferie.md#§1/1", ["ferie.md#§2/1", "arbeid.md#§1/1 (2)"]),
      ("ferie.md#§2/1", ["ferie.md#§1/1", "arbeid.md#§2/1"]),
      ("arbeid.md#§1/1", ["arbeid.md#§2/1"]),
      ("arbeid.md#§2/1", ["ferie.md#§2/1"]),
    ])
  func resolved(id: String, expected: [String]) throws {
    let ordinal = try #require(try index.ordinal(of: PassageID(rawValue: id)))
    let found = try index.references(from: ordinal).map { reference in
      let target = try index.passage(at: reference.target).id.rawValue
      return target + (reference.ledd.map { " (\($0))" } ?? "")
    }
    #expect(found == expected)
  }
}
