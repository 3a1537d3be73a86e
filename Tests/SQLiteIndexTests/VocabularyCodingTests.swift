import Analysis
import Documents
import Foundation
import Retrieval
import SQLiteIndex
import Testing

@Suite("A vocabulary in an index file")
struct VocabularyCodingTests {
  @Test("a compiled vocabulary comes back from the file as it was")
  func roundTrip() throws {
    let file = VocabularyFile(
      """
      concepts:
        - id: dismissal
          nb: [oppsigelse, opphør av arbeidsforhold]
          nn: [oppseiing]
          en: [dismissal]
          lay: {nb: [få sparken], en: [get fired]}
          abbreviations: [OPS]
          provisions: [arbeidsmiljøloven § 15-7]
        - {id: holiday, nb: [ferie]}
      acts:
        - {name: personvernforordningen, aliases: [GDPR], within: personopplysningsloven}
      nynorsk: {oppseiing: oppsigelse}
      """, name: "words.yaml")
    var vocabulary = Vocabulary()
    (vocabulary.concepts, vocabulary.acts) = (file.concepts, file.acts)
    vocabulary.nynorsk = file.nynorsk
    let compiled = VocabularyCompiler().compile(vocabulary)
    #expect(try stored(compiled) == compiled)
    #expect(compiled.conceptCount == 2)
    let entry = compiled.entry(0)
    #expect(entry.id == "dismissal")
    #expect(entry.labels == ["nb": "oppsigelse", "nn": "oppseiing", "en": "dismissal"])
    #expect(entry.norwegian == [["oppsig"], ["opphør", "arbeidsforhold"], ["oppseiing"]])
    #expect(entry.provisions == ["arbeidsmiljøloven § 15-7"])
  }

  @Test("an index without a vocabulary gives an empty one")
  func none() throws {
    #expect(try stored(CompiledVocabulary()).conceptCount == 0)
  }

  /// The vocabulary of an index that was built with it.
  private func stored(_ vocabulary: CompiledVocabulary) throws -> CompiledVocabulary {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tillit-vocabulary-\(UUID().uuidString)")
    defer {
      do {
        try FileManager.default.removeItem(at: folder)
      } catch {
        Issue.record(error)
      }
    }
    let text = "# Regler\n\nEn oppsigelse skal være skriftlig."
    let document = try DocumentReader().read(Array(text.utf8), id: DocumentID("a.md")).document
    let file = IndexFile(folder.appendingPathComponent("index.sqlite"))
    try file.build(
      IndexContent(
        documents: [AnalyzedDocument(document, by: Analyzer())], vocabulary: vocabulary,
        sourceHash: "test"))
    return try file.open().vocabulary
  }
}
