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

  /// Shows a page; false if the pager couldn't be started. `hint` tells in one line how to leave it.
  package func show(_ page: Page, hint: String = "") -> Bool {
    let start = isLess && page.start > 1 ? " +\(page.start)" : ""
    let line =
      isLess
      ? "LESS=\"${LESS-FRX\(prompt(hint))}\" LESSCHARSET=utf-8 \(command) -R\(start)" : command
    guard let pipe = popen(line, "w") else { return false }
    // A reader who leaves early closes the pipe: that is no failure.
    let before = signal(SIGPIPE, SIG_IGN)
    fputs(page.text, pipe)
    let status = pclose(pipe)
    signal(SIGPIPE, before)
    let commandNotFound: Int32 = 127
    return (status >> 8) & 0xFF != commandNotFound
  }

  /// The hint as `less` takes it among its options: colons escaped, ended by a dollar sign, here for
  /// a shell's double quotes. Empty if it holds anything else that either would act on; `less`
  /// shows only ASCII well.
  private func prompt(_ hint: String) -> String {
    let isPlain = hint.allSatisfy { $0.isASCII && ($0.isLetter || " :,".contains($0)) }
    guard !hint.isEmpty, isPlain else { return "" }
    return "Ps\(hint.replacing(":", with: "\\\\:"))\\$"
  }
}
