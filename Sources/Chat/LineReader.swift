import Foundation

/// Reads what a person types, a line at a time.
package protocol LineReader: AnyObject {
  /// `completion` tells what could stand after the text before the cursor.
  func nextLine(completion: @escaping (String) -> Completion?) -> LineInput

  /// Lets a line be called back when the next one is typed.
  func remember(_ line: String)
}

/// What reading a line gave.
package enum LineInput: Sendable, Equatable {
  case line(String)
  /// The line was given up (Ctrl-C).
  case cancelled
  case end
}

/// What could stand where the cursor is.
package struct Completion: Sendable, Equatable {
  /// How much of the text before the cursor is replaced, in Unicode scalars.
  package let replaced: Int
  /// Each a whole replacement; in the order to show them.
  package let candidates: [String]

  package init(replaced: Int, candidates: [String]) {
    self.replaced = replaced
    self.candidates = candidates
  }

  /// What all candidates begin with.
  package var commonPrefix: String {
    guard let first = candidates.first else { return "" }
    return candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
  }
}
