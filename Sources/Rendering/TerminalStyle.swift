/// Marks parts of a text by colour and weight, where the terminal and the reader want it.
package struct TerminalStyle: Sendable, Equatable {
  package let usesColour: Bool

  package init(usesColour: Bool) { self.usesColour = usesColour }

  package func bold(_ text: String) -> String { mark(text, "1") }
  package func dim(_ text: String) -> String { mark(text, "2") }
  package func highlight(_ text: String) -> String { mark(text, "1;33") }
  package func heading(_ text: String) -> String { mark(text, "1;36") }

  /// Dims each word by itself, so that lines can be wrapped anywhere.
  package func dimWords(_ text: String) -> String {
    guard usesColour else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false)
        .map { dim(String($0)) }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  private func mark(_ text: String, _ code: String) -> String {
    guard usesColour, !text.isEmpty else { return text }
    // Each line is marked by itself, so that wrapping and pagers can't carry a style along.
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "\u{1B}[\(code)m\($0)\u{1B}[0m" }.joined(separator: "\n")
  }
}
