import ArgumentParser
import Foundation

/// Prints the manual page that `make install` puts in place.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page.", shouldDisplay: false)

  func run() throws {
    let help = Data(Tillit._dumpHelp().utf8)
    let tool = try JSONDecoder().decode(ToolDescription.self, from: help)
    var output = StandardOutput()
    output.write(ManualPage(tool.command, version: Tillit.version).text)
  }
}

/// What the argument parser tells of a program, as far as a manual needs it.
struct ToolDescription: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let shouldDisplay: Bool?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
  }

  struct Name: Decodable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }
}
