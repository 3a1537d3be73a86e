package import Retrieval

/// Gives the assistant that answers, which may be exchanged for a newer one between questions.
package protocol AssistantSource: Sendable {
  var assistant: Assistant { get }

  /// What has happened to it since this was last called.
  func news() -> [AssistantNews]
}

/// What happened behind an open session.
package enum AssistantNews: Sendable, Equatable {
  /// The texts have changed and are being indexed; the old index answers meanwhile.
  case refreshing
  /// The texts had changed; the index now holds them as they are.
  case refreshed(documents: Int)
  /// The texts had changed and couldn't be indexed; the old index goes on answering.
  case failed(reason: String)
}

/// An assistant that stays as it is.
package struct FixedAssistant: AssistantSource {
  package let assistant: Assistant

  package init(_ assistant: Assistant) { self.assistant = assistant }

  package func news() -> [AssistantNews] { [] }
}
