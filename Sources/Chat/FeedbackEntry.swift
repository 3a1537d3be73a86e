import Documents
import Rendering
package import Retrieval

/// A judged passage, as a line of the feedback file that `tillit judge` reads.
package struct FeedbackEntry: Codable, Sendable, Equatable {
  package let question: String
  package let passageID: String
  package let document: String
  package let verdict: Verdict

  private enum CodingKeys: String, CodingKey {
    case question, document, verdict
    case passageID = "passage_id"
  }

  package init(question: String, cited: CitedPassage, verdict: Verdict) {
    self.question = question
    passageID = cited.passage.id.rawValue
    document = cited.document.id.rawValue
    self.verdict = verdict
  }

  /// One line of JSON, without its line end.
  package var line: String { json }
}
