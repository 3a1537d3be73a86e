import Analysis
import Documents
import Foundation
import Retrieval

/// A vocabulary of a few entries, and what questions make of it.
struct SmallVocabulary {
  static let dismissals = SmallVocabulary(
    """
    concepts:
      - id: dismissal
        nb: [oppsigelse, opphør av arbeidsforhold, arbeidsforholdets slutt]
        en: [dismissal, termination of employment]
        lay:
          nb: [få sparken, bli sagt opp, oppsagt]
          en: [get fired, laid off for good]
        provisions: [arbeidsmiljøloven § 15-7]
      - id: summary-dismissal
        nb: [avskjed]
        lay:
          nb: [få sparken på dagen]
        broader: [dismissal]
      - id: present
        nb: [gave]
        en: [gift]
      - id: steward
        nb: [tillitsvalgt]
        lay: {nb: [plasstillitsvalgt]}
        abbreviations: [TV]
      - id: steward-leave
        nb: [fri til tillitsverv]
        lay: {nb: [plasstillitsvalgt]}
    nynorsk:
      avskil: avskjed
      tillitsvald: tillitsvalgt
      oppseiing: oppsigelse
      kva: hva
    """)

  let vocabulary: Vocabulary
  let problems: [VocabularyProblem]

  init(_ yaml: String, name: String = "words.yaml") {
    let file = VocabularyFile(yaml, name: name)
    var vocabulary = Vocabulary()
    vocabulary.concepts = file.concepts
    vocabulary.acts = file.acts
    vocabulary.nynorsk = file.nynorsk
    self.vocabulary = vocabulary
    problems = file.problems
  }

  var compiled: CompiledVocabulary { VocabularyCompiler().compile(vocabulary) }

  func query(_ question: String) -> AnalyzedQuery {
    QueryExpander(compiled).expand(QueryAnalyzer().analyze(Question(question)))
  }

  /// The ids of the concepts that a question names, in alphabetical order.
  func concepts(in question: String) -> [String] {
    query(question).concepts.map { compiled.entry($0.concept).id }.sorted()
  }
}

/// An index of Markdown texts, by file name.
func index(_ texts: [String: String]) throws -> MemoryPassageIndex {
  let documents = try texts.map { name, text in
    try DocumentReader().read(Array(text.utf8), id: DocumentID(name)).document
  }
  return MemoryPassageIndex(documents.map { AnalyzedDocument($0, by: Analyzer()) })
}

/// The repository's own knowledge.
let knowledge = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Knowledge")

/// The paths of the Markdown files below a folder, sorted.
func markdownPaths(in folder: URL) -> [String] {
  let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
  return found.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
}
