import Documents
package import Retrieval

/// What a person said of a passage as an answer to a question: a line of the feedback file that
/// `tillit judge` reads.
package struct PassageFeedback: Codable, Sendable, Equatable {
  package enum Verdict: String, Codable, Sendable {
    case answers = "+"
    case misses = "-"
  }

  package let question: String
  package let passageID: String
  package let document: String
  package let verdict: Verdict

  private enum CodingKeys: String, CodingKey {
    case question, document, verdict
    case passageID = "passage_id"
  }

  package init(question: String, passageID: String, document: String, verdict: Verdict) {
    self.question = question
    self.passageID = passageID
    self.document = document
    self.verdict = verdict
  }

  package init(question: String, cited: CitedPassage, verdict: Verdict) {
    self.init(
      question: question, passageID: cited.passage.id.rawValue,
      document: cited.document.id.rawValue, verdict: verdict)
  }
}
