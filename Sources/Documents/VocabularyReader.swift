package import Foundation
import Yams

/// What is wrong with a vocabulary file.
package struct VocabularyProblem: Error, Equatable, Sendable {
  package let file: String
  package let line: Int
  package let problem: String
}

/// Reads a vocabulary folder: `*.yaml` files with `concepts`, `acts` or `nynorsk`.
package struct VocabularyReader: Sendable {
  package let folder: URL

  package init(_ folder: URL) { self.folder = folder }

  /// The files in byte order of their names.
  package func files() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map(folder.appendingPathComponent)
  }

  /// SHA-256 over all files' names and bytes: changes with every change of the vocabulary.
  package func hash() throws -> String {
    var hash = ContentHash()
    for file in try files() {
      hash.update(Array(file.lastPathComponent.utf8))
      hash.update(try Data(contentsOf: file))
    }
    return hash.finalized()
  }

  /// Reads all files. Problems don't keep the rest from being read.
  package func read() throws -> (vocabulary: Vocabulary, problems: [VocabularyProblem]) {
    let files = try files()
    let parts = try files.concurrentMap { file in
      VocabularyFile(
        try String(contentsOf: file, encoding: .utf8), name: file.lastPathComponent)
    }
    var vocabulary = Vocabulary()
    for part in parts {
      vocabulary.concepts += part.concepts
      vocabulary.acts += part.acts
      vocabulary.nynorsk.merge(part.nynorsk) { first, _ in first }
    }
    vocabulary.hash = try hash()
    return (vocabulary, parts.flatMap(\.problems))
  }
}

/// One file of a vocabulary.
package struct VocabularyFile: Sendable {
  package private(set) var concepts: [Concept] = []
  package private(set) var acts: [ActName] = []
  package private(set) var nynorsk: [String: String] = [:]
  package private(set) var problems: [VocabularyProblem] = []
  private let name: String

  package init(_ yaml: String, name: String) {
    self.name = name
    do {
      guard let root = try Yams.compose(yaml: yaml)?.mapping else {
        report("expected `concepts:`, `acts:` or `nynorsk:`", line: 1)
        return
      }
      for (key, value) in root { read(key.string ?? "", value) }
    } catch {
      let problem = MalformedYAML(error)
      report(problem.summary, line: problem.line)
    }
  }

  private mutating func report(_ problem: String, line: Int) {
    problems.append(VocabularyProblem(file: name, line: line, problem: problem))
  }

  private mutating func read(_ key: String, _ value: Node) {
    switch key {
    case "field": break
    case "concepts": for node in value.sequence ?? [] { readConcept(node) }
    case "acts":
      for node in value.sequence ?? [] {
        guard let name = node["name"]?.string else {
          report("an act needs a `name`", line: node.mark?.line ?? 1)
          continue
        }
        acts.append(
          ActName(
            name: name, aliases: node["aliases"]?.strings ?? [],
            within: node["within"]?.string))
      }
    case "nynorsk":
      for (form, bokmål) in value.mapping ?? Node.Mapping([]) {
        if let form = form.string, let bokmål = bokmål.string { nynorsk[form] = bokmål }
      }
    default: report("unknown key `\(key)`", line: value.mark?.line ?? 1)
    }
  }

  private mutating func readConcept(_ node: Node) {
    let line = node.mark?.line ?? 1
    guard let id = node["id"]?.string else { return report("a concept needs an `id`", line: line) }
    var terms: [String: [String]] = [:]
    for language in ["nb", "nn", "en"] {
      terms[language] = node[language]?.strings
    }
    guard terms["nb"]?.isEmpty == false else {
      return report("`\(id)` needs words in `nb`", line: line)
    }
    var lay: [String: [String]] = [:]
    for (language, phrases) in node["lay"]?.mapping ?? Node.Mapping([]) {
      lay[language.string ?? ""] = phrases.strings
    }
    let known = [
      "id", "nb", "nn", "en", "lay", "abbreviations", "provisions", "broader", "related",
    ]
    for (key, value) in node.mapping ?? Node.Mapping([]) where !known.contains(key.string ?? "") {
      report("`\(id)` has an unknown key `\(key.string ?? "")`", line: value.mark?.line ?? line)
    }
    concepts.append(
      Concept(
        id: id, terms: terms, lay: lay, abbreviations: node["abbreviations"]?.strings ?? [],
        provisions: node["provisions"]?.strings ?? [], broader: node["broader"]?.strings ?? [],
        related: node["related"]?.strings ?? [], file: name, line: line))
  }
}

extension Node {
  /// The scalars of a list, or the one scalar.
  fileprivate var strings: [String] {
    if let sequence { return sequence.compactMap(\.scalar?.string) }
    return scalar.map { [$0.string] } ?? []
  }
}
