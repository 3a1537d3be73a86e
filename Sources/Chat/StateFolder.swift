package import Foundation

/// What a session keeps between starts, in the platform's state folder.
package struct StateFolder: Sendable {
  /// How many questions the history keeps.
  package static let historyLimit = 1_000

  private let url: URL
  /// Whether questions may be remembered at all.
  package let keepsHistory: Bool

  package init(_ url: URL, keepsHistory: Bool = true) {
    self.url = url
    self.keepsHistory = keepsHistory
  }

  /// Questions asked, oldest first; kept only once the user has switched it on.
  package var history: PrivateFile { PrivateFile(url.appendingPathComponent("history")) }
  /// Judged passages, as JSON Lines; kept only once the user has agreed.
  package var feedback: PrivateFile { PrivateFile(url.appendingPathComponent("feedback.jsonl")) }
  /// Exists once a session has been greeted; holds nothing.
  package var greeted: PrivateFile { PrivateFile(url.appendingPathComponent("greeted")) }

  /// The questions of earlier sessions, the newest `historyLimit`; drops older ones from the file.
  package func pastQuestions() throws(StateError) -> [String] {
    guard keepsHistory else { return [] }
    let lines = try history.lines()
    guard lines.count > Self.historyLimit else { return lines }
    let kept = Array(lines.suffix(Self.historyLimit))
    try history.write(kept.map { $0 + "\n" }.joined())
    return kept
  }

  /// Adds a question to the history, if it is kept.
  package func remember(_ question: String) throws(StateError) {
    guard keepsHistory, history.exists else { return }
    try history.append(line: question.split(whereSeparator: \.isNewline).joined(separator: " "))
  }
}
