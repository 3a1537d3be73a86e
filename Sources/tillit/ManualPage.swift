import Analysis
import Chat
import Foundation

/// The program's manual page, in the macros of man(7).
struct ManualPage {
  private let command: ToolDescription.Command
  private let version: String

  init(_ command: ToolDescription.Command, version: String) {
    self.command = command
    self.version = version
  }

  var text: String {
    let name = command.commandName
    let lines =
      [
        ".TH \(name.uppercased()) 1 \"\" \"\(name) \(version)\" \"User Commands\"",
        ".SH NAME", "\(name) \\- \((command.abstract ?? "").manual)",
        ".SH SYNOPSIS", ".B \(name)", "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]", ".SH DESCRIPTION",
      ] + discussion(command.discussion) + [".SH COMMANDS"] + shownSubcommands.flatMap(section)
      + [".SH SESSION COMMANDS", "In a session, lines that begin with a slash are commands."]
      + CommandName.allCases.flatMap(entry) + [".SH ENVIRONMENT"] + Self.environment.flatMap(item)
      + [".SH FILES"] + Self.files.flatMap(item)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let environment = [
    ("TILLIT_KNOWLEDGE", "Folders of policy texts, separated by colons."),
    ("TILLIT_INDEX", "The index file."),
    ("TILLIT_LANG", "The language of the interface: nb, nn or en."),
    ("TILLIT_HISTORY", "on remembers questions between sessions; off never does."),
    ("TILLIT_LINKS", "on or off: whether the terminal can follow links."),
    ("NO_COLOR", "Where set, nothing is coloured."),
    ("PAGER", "What shows long texts, else less."),
    ("XDG_CACHE_HOME, XDG_STATE_HOME", "Where indexes, and what a session keeps, are put."),
  ]

  private static let files = [
    ("$XDG_CACHE_HOME/tillit", "Indexes, one for each set of folders; can be made again."),
    ("$XDG_STATE_HOME/tillit/history", "Questions asked; only where /history on was said."),
    (
      "$XDG_STATE_HOME/tillit/feedback.jsonl", "Judged passages; only where /feedback yes was said."
    ),
  ]

  private var shownSubcommands: [ToolDescription.Command] {
    (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
  }

  private func section(of subcommand: ToolDescription.Command) -> [String] {
    let arguments = (subcommand.arguments ?? []).filter {
      $0.shouldDisplay && !["help", "version"].contains($0.names?.last?.name)
    }
    let positional = arguments.filter { $0.kind == "positional" }.map { argument in
      let name = "\\fI\((argument.valueName ?? "").uppercased().manual)\\fR"
      return (argument.isOptional ? "[\(name)]" : name) + (argument.isRepeating ? " ..." : "")
    }
    let usage = ([command.commandName, subcommand.commandName].map(\.manual) + positional)
    return [".SS \(usage.joined(separator: " "))", (subcommand.abstract ?? "").manual]
      + (subcommand.discussion == nil ? [] : [".PP"]) + discussion(subcommand.discussion)
      + arguments.flatMap(item)
  }

  private func item(_ argument: ToolDescription.Argument) -> [String] {
    let value = "\\fI\((argument.valueName ?? "").uppercased().manual)\\fR"
    let names = (argument.names ?? []).map { "\\fB\($0.text.manual)\\fR" }.joined(separator: ", ")
    let label =
      switch argument.kind {
      case "positional": value
      case "option": "\(names) \(value)"
      default: names
      }
    let abstract = argument.abstract ?? ""
    let initial =
      abstract.contains("(default:") ? nil : argument.defaultValue.map { " (default: \($0))" }
    return [".TP", label, (abstract + (initial ?? "")).manual]
  }

  private func item(_ name: String, _ meaning: String) -> [String] {
    [".TP", ".B \(name.manual)", meaning.manual]
  }

  private func entry(_ command: CommandName) -> [String] {
    let norwegian = "/" + command.name(in: .bokmål)
    return item(
      "\(command.usage(in: .english)), \(norwegian)", command.purpose(in: .english) + ".")
  }

  /// Paragraphs, with indented lines set as they are and headings in bold.
  private func discussion(_ text: String?) -> [String] {
    var lines: [String] = []
    var isVerbatim = false
    for line in (text ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isVerbatim { lines.append(isIndented ? ".nf" : ".fi") }
      isVerbatim = isIndented
      if line.isEmpty {
        lines.append(".PP")
      } else if line.hasSuffix(":"), line == line.uppercased() {
        lines += [".B \(String(line).manual)", ".PP"]
      } else {
        lines.append(String(line).manual)
      }
    }
    return lines + (isVerbatim ? [".fi"] : [])
  }
}

extension String {
  /// With everything escaped that the macros would act on.
  fileprivate var manual: String {
    let escaped = replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\n", with: " ")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
