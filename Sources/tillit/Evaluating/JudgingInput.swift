import Analysis
import Documents
import Foundation
import Measures
import Retrieval

/// The questions that a judge is given: a question file, feedback, or a question a line.
struct JudgingInput {
  let questions: [EvaluationQuestion]

  /// What a user chose to say of an answer. It holds nothing of who the user was.
  private struct Feedback: Decodable {
    let question: String
  }

  init(path: String) throws {
    let data = try EvaluationFiles.data(at: path, "question file")
    guard data.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else {
      let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
      questions = Self.questions(lines.map(String.init))
      return
    }
    do {
      questions = Self.questions(try JSONLines.decode(Feedback.self, from: data).map(\.question))
    } catch {
      questions = try EvaluationFiles.questions(at: path)
    }
  }

  /// Each text once, under an id made from it.
  static func questions(_ texts: [String]) -> [EvaluationQuestion] {
    var seen: Set<String> = []
    return texts.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
      .map { text in
        EvaluationQuestion(
          id: "asked-" + ContentHash.of(Array(text.utf8)).prefix(8),
          lang: QueryAnalyzer().analyze(Question(text)).language.rawValue, text: text,
          kind: "asked")
      }
  }
}
