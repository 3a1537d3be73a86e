import Analysis
import Documents

/// How much of a collection the vocabulary knows, by its sections' headings.
package struct HeadingCoverage: Sendable, Equatable {
  package private(set) var headings = 0
  /// Headings in which at least one concept is found.
  package private(set) var touched = 0
  /// The others, each once, in the order of the texts.
  package private(set) var untouched: [String] = []

  /// Headings are counted once a document; the documents' own titles are left out.
  package init(of index: any PassageIndex, by vocabulary: CompiledVocabulary) throws {
    let expander = QueryExpander(vocabulary)
    let analyzer = QueryAnalyzer()
    var seen: Set<[String]> = []
    var missed: Set<String> = []
    for position in 0..<index.passages.count {
      let passage = try index.passage(at: PassageOrdinal(position))
      let document = index.documents[passage.document]
      for depth in passage.sectionPath.indices {
        let path = Array(passage.sectionPath[...depth])
        guard let heading = path.last, heading != document.title,
          seen.insert([document.id.rawValue] + path).inserted
        else { continue }
        headings += 1
        if expander.expand(analyzer.analyze(Question(heading))).concepts.isEmpty {
          if missed.insert(heading).inserted { untouched.append(heading) }
        } else {
          touched += 1
        }
      }
    }
  }
}
