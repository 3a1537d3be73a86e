package import Retrieval

/// What a session says to a line.
package enum ChatResponse: Sendable, Equatable {
  case nothing
  case answer(Answer)
  /// A text to read, which may be longer than the screen.
  case page(Page)
  /// A remark of a line or two.
  case message(String)
  case end
}

/// A text to read.
package struct Page: Sendable, Equatable {
  /// Wrapped and styled, with line ends.
  package var text: String
  /// The line to begin at, from 1.
  package var start = 1
  /// What to show where there is no pager and `text` is too long to be useful.
  package var shorter: String?

  package init(_ lines: [String], start: Int = 1, shorter: [String]? = nil) {
    text = lines.map { $0 + "\n" }.joined()
    self.start = start
    self.shorter = shorter.map { $0.map { $0 + "\n" }.joined() }
  }

  package var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }
}
