import Documents
import Foundation
import Testing

@testable import Retrieval

@Suite("Pages of what people ask")
struct AskedPageTests {
  private static let folder = knowledge.appendingPathComponent("asked")

  private static let paths = markdownPaths(in: folder).filter { $0 != "README.md" }

  private static func lines(of path: String) throws -> [String] {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  @Test("every section names its sources, and acts that acts.yaml knows")
  func sources() throws {
    let vocabulary = try VocabularyReader(knowledge.appendingPathComponent("vocabulary")).read()
      .vocabulary
    let known = KnownActs(vocabulary.acts)
    #expect(Self.paths.count >= 190)
    for path in Self.paths {
      let headings = try Self.lines(of: path).filter { $0.hasPrefix("## ") }
      #expect(!headings.isEmpty, "\(path) holds no section")
      for heading in headings {
        guard let sources = AskedHeading(heading)?.sources else {
          Issue.record("\(path): no sources in \(heading)")
          continue
        }
        if path.hasPrefix("elsewhere-") || sources.contains("«") { continue }
        #expect(known.names(sources), "\(path): \(heading)")
      }
    }
  }

  @Test("no line stands twice in one language, and each says what it is")
  func lines() throws {
    var seen: [String: String] = [:]
    for path in Self.paths {
      let lines = try Self.lines(of: path)
      #expect(lines.contains("kind: asked"), "\(path)")
      let isEnglish = path.hasSuffix(".en.md")
      #expect(lines.contains("language: en") == isEnglish, "\(path)")
      var section = ""
      for line in lines {
        if line.hasPrefix("## ") { section = line }
        guard line.hasPrefix("- ") else { continue }
        let place = "\(path) \(section)"
        #expect(seen.updateValue(place, forKey: line) != place, "\(place): \(line)")
      }
    }
  }
}
