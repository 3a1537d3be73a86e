import Analysis
import ArgumentParser
import Documents
import Foundation
import Rendering
import Retrieval

struct VocabularyLookupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup", abstract: "Show what a word or phrase leads to.",
    discussion: """
      EXAMPLES:
        tillit vocabulary lookup få sparken
        tillit vocabulary lookup oppseiing
      """)

  @Argument(help: "The word or phrase; quotation marks around it are optional.")
  var word: [String]

  @OptionGroup var vocabulary: VocabularyOptions

  func run() throws {
    let vocabulary = try vocabulary.read().vocabulary
    let compiled = VocabularyCompiler().compile(vocabulary)
    let query = QueryExpander(compiled).expand(
      QueryAnalyzer().analyze(Question(word.joined(separator: " "))))
    var seen: Set<Int> = []
    let entries = query.concepts.filter { seen.insert($0.concept).inserted }
      .map { vocabulary.concepts[$0.concept].description }
    let forms = query.terms.compactMap { term in
      let counterpart = compiled.bokmål(term.form)
      return counterpart == term.form ? nil : "\(term.form) (nn): \(counterpart)\n"
    }
    guard !entries.isEmpty || !forms.isEmpty else {
      StandardError.write("tillit: the vocabulary doesn't know «\(query.text.oneLine)»\n")
      throw ExitCode(1)
    }
    var output = StandardOutput()
    output.write((forms + entries).joined(separator: "\n"))
  }
}

extension AnalyzedQuery {
  fileprivate var text: String { sequence.map { terms[$0].form }.joined(separator: " ") }
}

extension Concept {
  /// What it searches for and points to, and where it is defined.
  fileprivate var description: String {
    var lines = ["\(id) (\(file), line \(line))".oneLine]
    func add(_ name: String, _ items: [String]) {
      if !items.isEmpty { lines.append("  " + "\(name): \(items.joined(separator: ", "))".oneLine) }
    }
    for language in Language.allCases {
      add("searches for (\(language.rawValue))", terms[language.rawValue] ?? [])
    }
    for language in Language.allCases {
      add("people say (\(language.rawValue))", lay[language.rawValue] ?? [])
    }
    add("abbreviations", abbreviations)
    add("provisions", provisions)
    add("broader", broader)
    add("related", related)
    return lines.joined(separator: "\n") + "\n"
  }
}
