import Documents
import Foundation
import Retrieval
import Testing

@Suite("Provisions that the guides cite")
struct GuideReferenceTests {
  private static let guides = knowledge.appendingPathComponent("guides")

  private static let paths = markdownPaths(in: guides)

  @Test("every guide cites provisions, and only those of acts that acts.yaml names")
  func references() throws {
    let vocabulary = try VocabularyReader(knowledge.appendingPathComponent("vocabulary")).read()
      .vocabulary
    let known = KnownActs(vocabulary.acts)
    #expect(Self.paths.count >= 95)
    for path in Self.paths {
      let text = try String(
        contentsOf: Self.guides.appendingPathComponent(path), encoding: .utf8)
      let cited = text.split(separator: "\n").filter { $0.contains("§") }
      #expect(!cited.isEmpty, "\(path) cites nothing")
      for line in cited {
        let isKnown = known.names(String(line))
        #expect(isKnown, "\(path): \(line)")
      }
    }
  }
}
