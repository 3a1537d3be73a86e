import Analysis
import Foundation
import Rendering
import Retrieval

/// What a line means: a question, a command, or a mistake in one.
package enum LineMeaning: Sendable, Equatable {
  case nothing
  case question(String)
  case command(Command)
  /// A command that doesn't exist, with the nearest that do.
  case unknown(String, nearest: [CommandName])
  /// A command with something after it that it can't take.
  case misused(CommandName)

  /// Reads a line: `/open 2`, `/åpne 2`, or a question.
  package init(_ line: String) {
    let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else {
      self = .nothing
      return
    }
    if let bare = Self.bareCommands[text.lowercased()] {
      self = .command(bare)
      return
    }
    guard text.hasPrefix("/") else {
      self = .question(text)
      return
    }
    let parts = text.dropFirst().split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let name = parts.first.map { $0.lowercased() } ?? "?"
    guard let command = CommandName.allCases.first(where: { $0.names.contains(name) }) else {
      self = .unknown(String(name.prefix(40)), nearest: CommandName.nearest(to: name))
      return
    }
    let argument = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    self = Self.command(command, argument).map(Self.command) ?? .misused(command)
  }

  /// What newcomers type before they know of slashes.
  private static let bareCommands: [String: Command] = [
    "?": .help, "help": .help, "hjelp": .help, "quit": .quit, "exit": .quit, "avslutt": .quit,
  ]

  /// Nil where the argument isn't one that the command takes.
  private static func command(_ name: CommandName, _ argument: String) -> Command? {
    let word = argument.isEmpty ? nil : argument
    switch name {
    case .help: return .help
    case .open: return target(argument).map(Command.open)
    case .more: return .more
    case .document: return optionalNumber(argument).map(Command.document)
    case .sources: return .sources(word)
    case .why: return optionalNumber(argument).map(Command.why)
    case .language: return Language(tag: argument).map(Command.language)
    case .only: return word.map(Command.only)
    case .all: return .all
    case .asOf: return asOf(argument)
    case .new: return .new
    case .drop: return word.map(Command.drop)
    case .copy: return optionalNumber(argument).map(Command.copy)
    case .save: return word.map { .save($0.withoutQuotationMarks) }
    case .feedback: return feedback(argument).map(Command.feedback)
    case .history: return choice(argument).map(Command.history)
    case .quit: return .quit
    }
  }

  private static func target(_ argument: String) -> Command.Target? {
    if let number = optionalNumber(argument) { return .passage(number) }
    guard argument.count == 1, let value = argument.lowercased().utf8.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(value)
    else { return nil }
    return .link(Int(value - UInt8(ascii: "a")))
  }

  /// Nil for what is neither a number from 1 nor nothing at all.
  private static func optionalNumber(_ argument: String) -> Int?? {
    if argument.isEmpty { return .some(nil) }
    guard let number = Int(argument), number > 0 else { return nil }
    return .some(number)
  }

  private static func asOf(_ argument: String) -> Command? {
    if ["", "i dag", "idag", "today", "now", "nå", "no"].contains(argument.lowercased()) {
      return .asOf(nil)
    }
    return PolicyDate(typed: argument).map { .asOf($0) }
  }

  private static func feedback(_ argument: String) -> Command.Feedback? {
    if let agrees = choice(argument) { return agrees ? .consent : .withdrawal }
    guard let verdict = argument.first.flatMap({ PassageFeedback.Verdict(rawValue: String($0)) })
    else {
      return nil
    }
    let rest = argument.dropFirst().trimmingCharacters(in: .whitespaces)
    return optionalNumber(rest).map { .verdict(verdict, passage: $0) }
  }

  private static func choice(_ argument: String) -> Bool? {
    switch argument.lowercased() {
    case "on", "yes", "på", "ja": true
    case "off", "no", "av", "nei": false
    default: nil
    }
  }
}

extension CommandName {
  /// The commands whose names are at most two edits away, nearest first; at most three.
  static func nearest(to name: String) -> [CommandName] {
    guard name.count <= 20 else { return [] }
    let limit = min(2, name.count / 2)
    let ranked = allCases.compactMap { command -> (CommandName, Int)? in
      let distances = command.names.filter { $0.count > 1 }.compactMap {
        $0.hasPrefix(name) ? 0 : EditDistance.between(Array(name), Array($0), limit: limit)
      }
      return distances.min().map { (command, $0) }
    }
    return ranked.sorted { $0.1 < $1.1 }.prefix(3).map(\.0)
  }
}

extension String {
  fileprivate var withoutQuotationMarks: String {
    guard count > 1, let mark = first, mark == last, mark == "\"" || mark == "'" else {
      return self
    }
    return String(dropFirst().dropLast())
  }
}
