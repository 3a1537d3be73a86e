import Analysis
import Foundation
import Retrieval

/// What the environment says of the user's wishes.
enum Environment {
  static func value(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name]
    return value?.isEmpty == false ? value : nil
  }

  /// A list of paths, separated by colons.
  static func list(_ name: String) -> [String] {
    value(name)?.split(separator: ":").map(String.init) ?? []
  }

  /// The XDG base directory for what can be made again.
  static var cacheFolder: URL {
    if let path = value("XDG_CACHE_HOME"), path.hasPrefix("/") { return URL(fileURLWithPath: path) }
    return FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".cache")
  }

  /// The XDG base directory for what a program keeps between starts.
  static var stateFolder: URL {
    if let path = value("XDG_STATE_HOME"), path.hasPrefix("/") { return URL(fileURLWithPath: path) }
    return FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".local/state")
  }

  /// Whether questions may be remembered: `TILLIT_HISTORY` says `on` or `off`; nil where it doesn't.
  static var keepsHistory: Bool? {
    switch value("TILLIT_HISTORY")?.lowercased() {
    case "on", "yes", "1": true
    case "off", "no", "0": false
    default: nil
    }
  }

  /// The language of the interface: `TILLIT_LANG`, else the locale's if Norwegian, else English.
  static var language: Language {
    for name in ["TILLIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      if let tag = value(name) { return Language(tag: tag) ?? .english }
    }
    return .english
  }

  /// Whether colour is wanted on a terminal (https://no-color.org).
  static var allowsColour: Bool { value("NO_COLOR") == nil && value("TERM") != "dumb" }

  /// A terminal that can move its cursor.
  static var movesCursor: Bool {
    guard let terminal = value("TERM") else { return false }
    return terminal != "dumb"
  }

  /// Whether the terminal is known to follow links (OSC 8). `TILLIT_LINKS` says `on` or `off`.
  static var followsLinks: Bool {
    switch value("TILLIT_LINKS")?.lowercased() {
    case "on": return true
    case "off": return false
    default: break
    }
    guard movesCursor, value("TMUX") == nil, value("STY") == nil else { return false }
    if let version = value("VTE_VERSION").flatMap(Int.init) { return version >= 5_000 }
    let marks = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "WEZTERM_PANE"]
    if marks.contains(where: { value($0) != nil }) { return true }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"]
    return programs.contains(value("TERM_PROGRAM") ?? "")
  }

  /// The day it is here.
  static var today: PolicyDate? {
    let day = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = day.year, let month = day.month, let number = day.day else { return nil }
    return PolicyDate(year: year, month: month, day: number)
  }

  static var columns: Int {
    terminalSize.columns ?? value("COLUMNS").flatMap(Int.init) ?? 80
  }

  static var rows: Int { terminalSize.rows ?? value("LINES").flatMap(Int.init) ?? 24 }

  private static var terminalSize: (columns: Int?, rows: Int?) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 else { return (nil, nil) }
    return (
      size.ws_col > 0 ? Int(size.ws_col) : nil, size.ws_row > 0 ? Int(size.ws_row) : nil
    )
  }
}
