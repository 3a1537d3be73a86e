import CEdit
import Foundation
import Rendering

/// Reads lines from the terminal with editing, history and completion, through libedit.
///
/// Ctrl-C gives up the line, Ctrl-D on an empty one ends, Ctrl-R searches the history, and the
/// terminal is as it was between lines.
package final class EditLineReader: LineReader {
  private static let historyLimit: Int32 = 1_000
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let size: () -> (columns: Int, rows: Int)
  private var isCancelled = false

  private var completion: (String) -> Completion? = { _ in nil }

  /// Nil where libedit can't use the terminal, whose size can change.
  package init?(past: [String], size: @escaping () -> (columns: Int, rows: Int)) {
    Self.useUnicodeLocale()
    guard let history = history_init() else { return nil }
    guard let editor = edit_open("tillit") else {
      history_end(history)
      return nil
    }
    self.editor = editor
    self.history = history
    self.size = size
    edit_history_limit(history, Self.historyLimit)
    edit_configure(editor, history, Unmanaged.passUnretained(self).toOpaque())
    bindKeys()
    past.forEach(remember)
  }

  deinit {
    el_end(editor)
    history_end(history)
  }

  package func nextLine(completion: @escaping (String) -> Completion?) -> LineInput {
    isCancelled = false
    self.completion = completion
    defer { self.completion = { _ in nil } }
    edit_prepare(editor)
    var count: Int32 = 0
    let typed = el_gets(editor, &count)
    if isCancelled { return .cancelled }
    guard let typed, count > 0 else {
      return count < 0 && errno == EINTR ? .cancelled : .end
    }
    var line = String(cString: typed)[...]
    while line.last?.isNewline == true { line = line.dropLast() }
    return .line(String(line))
  }

  package func remember(_ line: String) { edit_history_add(history, line) }

  /// libedit drops letters that the locale doesn't know, so one that knows them all is used.
  private static func useUnicodeLocale() {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
  }

  // MARK: Keys

  private func bindKeys() {
    edit_add_function(editor, "tillit-complete", "Complete a name") { editor, _ in
      EditLineReader.reader(of: editor).complete()
    }
    edit_add_function(editor, "tillit-cancel", "Give up the line") { editor, _ in
      EditLineReader.reader(of: editor).cancel()
    }
    edit_add_function(editor, "tillit-suspend", "Stop for a while") { _, _ in
      kill(0, SIGTSTP)
      return UInt8(CC_REDISPLAY)
    }
    let keys = [
      ("^I", "tillit-complete"), ("^C", "tillit-cancel"), ("^Z", "tillit-suspend"),
      ("^R", "em-inc-search-prev"), ("\\e[1;5C", "em-next-word"), ("\\e[1;5D", "ed-prev-word"),
      ("\\e[3~", "ed-delete-next-char"), ("\\e[H", "ed-move-to-beg"), ("\\e[F", "ed-move-to-end"),
      ("\\e[1~", "ed-move-to-beg"), ("\\e[4~", "ed-move-to-end"), ("^W", "ed-delete-prev-word"),
      // libedit's own commands: no use here, and an empty one ends the program.
      ("\\ex", "ed-unassigned"), ("\\eX", "ed-unassigned"),
    ]
    for (key, function) in keys { edit_bind(editor, key, function) }
  }

  private static func reader(of editor: OpaquePointer?) -> EditLineReader {
    guard let editor, let client = edit_client(editor) else {
      preconditionFailure("the editor holds its reader")
    }
    return Unmanaged<EditLineReader>.fromOpaque(client).takeUnretainedValue()
  }

  /// Ends the line as Enter would, so that what was typed stays in sight.
  private func cancel() -> UInt8 {
    isCancelled = true
    moveToEnd()
    el_insertstr(editor, "^C")
    el_push(editor, "\n")
    return UInt8(CC_REFRESH)
  }

  private func moveToEnd() {
    guard let line = el_line(editor)?.pointee else { return }
    let rest = UnsafeRawBufferPointer(start: line.cursor, count: line.lastchar - line.cursor)
    _ = el_cursor(editor, Int32(String(decoding: rest, as: UTF8.self).unicodeScalars.count))
  }

  // MARK: Completion

  private func complete() -> UInt8 {
    guard let line = el_line(editor)?.pointee else { return UInt8(CC_ERROR) }
    let bytes = UnsafeRawBufferPointer(start: line.buffer, count: line.cursor - line.buffer)
    let text = String(decoding: bytes, as: UTF8.self)
    guard let completion = completion(text), let only = completion.candidates.first else {
      return UInt8(CC_REFRESH_BEEP)
    }
    let typed = String(text.unicodeScalars.suffix(completion.replaced))
    let insertion = completion.candidates.count == 1 ? only + " " : completion.commonPrefix
    if insertion.unicodeScalars.count > typed.unicodeScalars.count || insertion.hasPrefix(typed),
      insertion != typed
    {
      el_deletestr(editor, Int32(completion.replaced))
      el_insertstr(editor, insertion)
      return UInt8(CC_REFRESH)
    }
    edit_write(editor, "\n" + list(completion.candidates))
    return UInt8(CC_REDISPLAY)
  }

  /// Candidates in columns, as many as leave room on the screen for the line itself.
  private func list(_ candidates: [String]) -> String {
    let (columns, rows) = size()
    let column = min(columns, (candidates.map(\.displayWidth).max() ?? 0) + 2)
    let perLine = max(1, (columns - 1) / max(1, column))
    let shown = candidates.prefix(perLine * max(3, rows - 4))
    var lines = ""
    for (position, candidate) in shown.enumerated() {
      let isLast = position % perLine == perLine - 1 || position == shown.count - 1
      let padding = String(repeating: " ", count: max(0, column - candidate.displayWidth))
      lines += candidate + (isLast ? "\n" : padding)
    }
    let rest = candidates.count - shown.count
    return lines + (rest > 0 ? "… (+\(rest))\n" : "")
  }
}
