import ArgumentParser
import Foundation

/// Notices and progress; standard output carries only answers.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// A notice that can't be written is let go: there is nowhere left to say so.
  static func write(_ text: String) {
    do {
      try FileHandle.standardError.write(contentsOf: Data(text.utf8))
    } catch {
      return
    }
  }
}

/// Answers.
struct StandardOutput: TextOutputStream {
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Ends the program where the answer can't be written, as on a full disk.
  mutating func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      StandardError.write(
        "tillit: the answer can't be written: standard output is full or closed\n")
      Foundation.exit(Failure.Code.inputOutput.rawValue)
    }
  }
}
