import Foundation

/// Shows long texts a screen at a time, in the user's own pager.
package struct Pager {
  private let command: String
  private let isLess: Bool

  /// `named` is what `$PAGER` says; without it, `less`, set to leave its text on the screen.
  package init(named: String? = nil) {
    let name = named ?? "less"
    isLess = name.split(separator: " ").first.map { $0 == "less" || $0.hasSuffix("/less") } ?? false
    command = name
  }

  /// Shows a page; false if the pager couldn't be started.
  package func show(_ page: Page) -> Bool {
    let start = isLess && page.start > 1 ? " +\(page.start)" : ""
    let line = isLess ? "LESS=\"${LESS-FRX}\" LESSCHARSET=utf-8 \(command) -R\(start)" : command
    guard let pipe = popen(line, "w") else { return false }
    // A reader who leaves early closes the pipe: that is no failure.
    let before = signal(SIGPIPE, SIG_IGN)
    fputs(page.text, pipe)
    let status = pclose(pipe)
    signal(SIGPIPE, before)
    let commandNotFound: Int32 = 127
    return (status >> 8) & 0xFF != commandNotFound
  }
}
