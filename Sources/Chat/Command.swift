package import Analysis
package import Rendering
package import Retrieval

/// What a person asks of a session besides answers.
package enum Command: Sendable, Equatable {
  /// A passage or link of the last answer, as it is numbered or lettered on the screen.
  package enum Target: Sendable, Equatable {
    /// From 1; nil is the passage that is open, else the first.
    case passage(Int?)
    /// `a`–`z`, as a position from 0.
    case link(Int)
  }

  /// What `/feedback` was given.
  package enum Feedback: Sendable, Equatable {
    case verdict(PassageFeedback.Verdict, passage: Int?)
    case consent
    case withdrawal
  }

  case help
  case open(Target)
  case more
  case document(Int?)
  /// Those whose name holds a word; all of them for nil.
  case sources(String?)
  case why(Int?)
  case language(Language)
  case only(String)
  case all
  /// Nil is now.
  case asOf(PolicyDate?)
  case new
  case drop(String)
  case copy(Int?)
  case save(String)
  case feedback(Feedback)
  case history(Bool)
  case quit
}
