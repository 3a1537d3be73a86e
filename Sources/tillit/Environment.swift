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

  /// The language of the interface: `TILLIT_LANG`, else the locale's if Norwegian, else English.
  static var language: Language {
    for name in ["TILLIT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      if let tag = value(name) { return Language(tag: tag) ?? .english }
    }
    return .english
  }

  /// Whether colour is wanted on a terminal (https://no-color.org).
  static var allowsColour: Bool { value("NO_COLOR") == nil && value("TERM") != "dumb" }

  /// The day it is here.
  static var today: PolicyDate? {
    let day = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let year = day.year, let month = day.month, let number = day.day else { return nil }
    return PolicyDate(year: year, month: month, day: number)
  }

  static var columns: Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return value("COLUMNS").flatMap(Int.init) ?? 80
  }
}
