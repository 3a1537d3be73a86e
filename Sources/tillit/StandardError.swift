import Foundation

/// Notices and progress; standard output carries only answers.
enum StandardError {
  static let isTerminal = isatty(STDERR_FILENO) == 1

  static func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

/// Answers.
struct StandardOutput: TextOutputStream {
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  mutating func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
