import Analysis
import Documents

/// How much of a collection the vocabulary knows, by its sections' headings.
package struct HeadingCoverage: Sendable, Equatable {
  package private(set) var headings = 0
  /// Headings in which at least one concept is found.
  package private(set) var touched = 0
  /// The others, each once, in the order of the texts.
  package private(set) var untouched: [String] = []

  /// Headings are counted once a document. The documents' own titles and headings without words of
  /// their own (`§ 3`, `Kapittel 2`) are left out.
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
        let query = analyzer.analyze(Question(heading))
        guard query.contentTerms.contains(where: Self.isTelling) else { continue }
        headings += 1
        if expander.expand(query).concepts.isEmpty {
          if missed.insert(heading).inserted { untouched.append(heading) }
        } else {
          touched += 1
        }
      }
    }
  }

  private static let labels: Set<String> = ["kapittel", "kap", "del", "art", "avsnitt", "artikkel"]

  private static func isTelling(_ term: QueryTerm) -> Bool {
    term.form.count > 2 && term.form.allSatisfy(\.isLetter) && !labels.contains(term.form)
  }
}
