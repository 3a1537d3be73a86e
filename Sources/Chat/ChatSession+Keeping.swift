import Foundation
import Rendering
import Retrieval

extension ChatSession {
  // MARK: Evidence

  /// Writes the session to a new file, readable by its owner alone; returns what to say of it.
  mutating func save(_ path: String) -> String {
    guard !exchanges.isEmpty else { return text.nothingToSave }
    guard let form = EvidenceFile.Form(fileName: path) else { return text.saveNeedsEnding }
    let shown = path.oneLine
    let path = URL(fileURLWithPath: (path as NSString).expandingTildeInPath).path
    let file = PrivateFile(URL(fileURLWithPath: path))
    guard !file.exists || savedPaths.contains(path) else { return text.saveExists(shown) }
    let pack = EvidencePack(
      exchanges.map(\.answer), limit: settings.passageLimit, program: settings.program,
      saved: settings.now(), language: settings.language)
    do throws(StateError) {
      try file.write(EvidenceFile.text(of: pack, as: form))
      savedPaths.insert(path)
      return text.saved(
        shown, count: exchanges.count,
        verification: settings.verification + " " + shown.quotedForShell)
    } catch {
      return text.cannotWrite(shown, error.reason.oneLine)
    }
  }

  // MARK: Feedback

  mutating func give(_ feedback: Command.Feedback) -> String {
    guard let file = settings.state?.feedback else { return text.stateUnavailable }
    do throws(StateError) {
      switch feedback {
      case .verdict(let verdict, let number): return try judge(verdict, number, in: file)
      case .consent: return try agree(to: file)
      case .withdrawal:
        pendingFeedback = nil
        try file.remove()
        return text.feedbackWithdrawn
      }
    } catch {
      return text.cannotWrite(error.path.oneLine, error.reason.oneLine)
    }
  }

  private mutating func judge(
    _ verdict: PassageFeedback.Verdict, _ number: Int?, in file: PrivateFile
  ) throws(StateError) -> String {
    guard let last = exchanges.last, let first = last.passages.first else {
      return text.nothingShown
    }
    var cited = opened?.cited ?? first
    if let number {
      guard (1...last.passages.count).contains(number) else {
        return text.noSuchPassage(number, count: last.passages.count)
      }
      cited = last.passages[number - 1]
    }
    let entry = PassageFeedback(
      question: last.answer.question.text, cited: cited, verdict: verdict)
    guard file.exists else {
      pendingFeedback = entry
      return text.feedbackConsent(file.path.oneLine)
    }
    try file.append(line: entry.json)
    return text.feedbackKept
  }

  private mutating func agree(to file: PrivateFile) throws(StateError) -> String {
    try file.create()
    guard let entry = pendingFeedback else { return text.feedbackAgreed }
    try file.append(line: entry.json)
    pendingFeedback = nil
    return text.feedbackKept
  }

  // MARK: History

  func keepHistory(_ isKept: Bool) -> String {
    guard let state = settings.state, state.keepsHistory || !isKept else {
      return text.stateUnavailable
    }
    let file = state.history
    do throws(StateError) {
      guard isKept else {
        try file.remove()
        return text.historyForgotten
      }
      try file.create()
      return text.historyKept(file.path.oneLine)
    } catch {
      return text.cannotWrite(error.path.oneLine, error.reason.oneLine)
    }
  }
}
