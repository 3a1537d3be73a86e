package import Foundation
package import Retrieval
import SQLiteIndex

/// The texts, guides, vocabulary and fixtures that come with the project.
package enum ProjectKnowledge {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The policy texts and the guides, read once for all tests.
  package static let shared = Result { try Contents(knowledge: root.appending(path: "Knowledge")) }

  package struct Contents: Sendable {
    package let texts: MemoryPassageIndex
    package let guides: MemoryPassageIndex
    package let vocabulary: CompiledVocabulary

    fileprivate init(knowledge: URL) throws {
      let content = try CollectionReading(
        Collection(
          folders: [knowledge.appending(path: "policies")],
          guides: ["guides", "asked"].map { knowledge.appending(path: $0) },
          vocabulary: knowledge.appending(path: "vocabulary"))
      ) { _ in }.content
      texts = MemoryPassageIndex(content.documents)
      guides = MemoryPassageIndex(content.guides)
      vocabulary = content.vocabulary
    }
  }

  /// The rows of a tab-separated file in `Evaluation`.
  package static func rows(ofTable name: String) throws -> [[String]] {
    try String(contentsOf: root.appending(path: "Evaluation/\(name)"), encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
  }

  /// The questions in `Evaluation/questions.jsonl`, except those of some kinds.
  package static func questions(exceptKinds kinds: Set<String> = []) throws -> [String] {
    struct Row: Decodable {
      let text: String
      let kind: String
    }
    let file = root.appending(path: "Evaluation/questions.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
      .filter { !kinds.contains($0.kind) }.map(\.text)
  }
}
