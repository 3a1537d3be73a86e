package import Rendering

/// What answers are shown on.
package struct Screen: Sendable, Equatable {
  /// In columns.
  package var width: Int
  package var rows: Int
  package var style: TerminalStyle
  /// Whether links can be followed (OSC 8, https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda).
  package var followsLinks: Bool
  /// For screen readers: each part says in words what it is, and nothing is marked by place or
  /// colour alone.
  package var isPlain: Bool

  package init(
    width: Int = 80, rows: Int = 24, style: TerminalStyle = TerminalStyle(usesColour: false),
    followsLinks: Bool = false, isPlain: Bool = false
  ) {
    self.width = width
    self.rows = rows
    self.style = style
    self.followsLinks = followsLinks
    self.isPlain = isPlain
  }

  /// The width of running text: lines beyond 100 columns tire the eye.
  package var textWidth: Int { max(20, min(width - 1, 100)) }

  /// A line that leads to an address where the screen can follow links; addresses that aren't
  /// printable ASCII are left out.
  func link(_ line: String, to address: String?) -> String {
    guard followsLinks, let address, address.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return line }
    return "\u{1B}]8;;\(address)\u{1B}\\\(line)\u{1B}]8;;\u{1B}\\"
  }
}
