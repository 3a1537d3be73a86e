import Foundation
import Measures
import Testing

/// Our own questions, checked against the texts that they are judged by.
@Suite struct OwnQuestionsTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func questions() throws -> [EvaluationQuestion] {
    let file = repository.appendingPathComponent("Evaluation/questions.jsonl")
    return try JSONLines.decode(EvaluationQuestion.self, from: Data(contentsOf: file))
  }

  /// The texts by file name; guides in three languages share names.
  private static func texts() throws -> [String: [String]] {
    let folder = repository.appendingPathComponent("Knowledge")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var texts: [String: [String]] = [:]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "md" else { continue }
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      texts[file.lastPathComponent, default: []].append(collapsed(text))
    }
    return texts
  }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("every quote stands in its document")
  func quotes() throws {
    let texts = try Self.texts()
    for question in try Self.questions() {
      for judgement in question.relevant {
        let quote = Self.collapsed(try #require(judgement.quote))
        let stands = texts[judgement.doc]?.contains { $0.contains(quote) } ?? false
        #expect(stands, "\(question.id): \(judgement.doc) doesn't hold: \(quote)")
      }
    }
  }

  @Test(
    "ids and questions are unique, grades are 1 or 2, and every answerable one has a full answer")
  func form() throws {
    let questions = try Self.questions()
    #expect(Set(questions.map(\.id)).count == questions.count)
    #expect(Set(questions.map { $0.history + [$0.text] }).count == questions.count)
    for question in questions {
      #expect(["nb", "nn", "en"].contains(question.lang), "\(question.id)")
      #expect(question.relevant.allSatisfy { [1, 2].contains($0.grade) }, "\(question.id)")
      #expect(question.isAnswerable == (question.kind != "unanswerable"), "\(question.id)")
      #expect(
        !question.isAnswerable || question.relevant.contains { $0.grade == 2 }, "\(question.id)")
    }
  }

  @Test("there are enough of every sort")
  func coverage() throws {
    let questions = try Self.questions()
    #expect(questions.count >= 200)
    let unanswerable = questions.count { !$0.isAnswerable }
    #expect(Double(unanswerable) >= 0.15 * Double(questions.count))
    #expect(questions.count { !$0.history.isEmpty } >= 30)
    #expect(Set(questions.map(\.lang)) == ["nb", "nn", "en"])
    let kinds = Set(questions.map(\.kind))
    #expect(
      kinds.isSuperset(of: [
        "direct", "lay", "paraphrase", "keyword", "typo", "compound", "crosslingual", "nynorsk",
        "followup", "unanswerable",
      ]))
  }
}
