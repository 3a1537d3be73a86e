import Documents
import Foundation
import Retrieval

/// A question as it comes over HTTP: with the earlier ones, since the server keeps none.
struct AskRequest: Sendable, Equatable {
  /// In Unicode scalars, as JSON Schema counts.
  static let questionLimit = Question.lengthLimit
  /// The most earlier questions, documents or dropped words.
  static let listLimit = 100
  static let answerLimit = 10
  /// How many of the latest earlier questions are heeded: what was carried further has faded.
  static let turnLimit = 8

  var question: String
  /// Earlier questions, oldest first.
  var history: [String] = []
  /// Words not to be carried over from them.
  var dropped: [String] = []
  /// The documents that may answer; empty for all.
  var documents: [String] = []
  /// A date such as `2024-07-01`.
  var asOf: String?
  var limit = AskRequest.answerLimit

  var scope: Question.Scope {
    Question.Scope(
      documents: documents.isEmpty ? nil : Set(documents.map { DocumentID($0) }), asOf: asOf)
  }

  /// Answers after the conversation so far has been gone through again, since the server keeps none.
  func answer(by assistant: Assistant) throws -> Answer {
    var conversation = dropped.reduce(Conversation()) { $0.dropping($1) }
    for earlier in history.suffix(Self.turnLimit) {
      conversation =
        try assistant.answer(to: Question(earlier, scope: scope), in: conversation).conversation
    }
    return try assistant.answer(to: Question(question, scope: scope), in: conversation)
  }

  /// Throws a `Problem` that names the field at fault.
  func validated(isQuestionNeeded: Bool = true) throws(Problem) -> AskRequest {
    try Self.check(question, "question", isEmptyAllowed: !isQuestionNeeded)
    for (name, list) in [("history", history), ("dropped", dropped), ("documents", documents)] {
      guard list.count <= Self.listLimit else {
        throw .badRequest("\(name) has more than \(Self.listLimit) entries")
      }
      for entry in list { try Self.check(entry, name, isEmptyAllowed: true) }
    }
    if let asOf, PolicyDate(asOf) == nil {
      throw .badRequest("as_of must be a date such as 2024-07-01")
    }
    guard (1...Self.answerLimit).contains(limit) else {
      throw .badRequest("limit must be between 1 and \(Self.answerLimit)")
    }
    return self
  }

  private static func check(
    _ text: String, _ name: String, isEmptyAllowed: Bool
  ) throws(Problem) {
    guard text.unicodeScalars.count <= questionLimit else {
      throw .badRequest("\(name) is longer than \(questionLimit) characters")
    }
    guard isEmptyAllowed || !text.isEmpty else { throw .badRequest("\(name) is empty") }
  }
}
