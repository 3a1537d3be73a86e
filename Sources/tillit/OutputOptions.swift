import Analysis
import ArgumentParser
import Rendering
import Retrieval

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(tag: argument) }
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// How answers are written.
struct OutputOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }
  enum Colour: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(name: .shortAndLong, help: "text, json (one object a line) or markdown.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: "The most passages to show. (default: 3; 5 at a terminal; 10 in JSON)")
  var limit: Int?

  @Option(help: "The language of the interface: nb, nn or en. (default: the locale's)")
  var lang: Language?

  @Option(help: "auto, always or never. (default: auto, which heeds NO_COLOR)")
  var color: Colour = .auto

  func validate() throws {
    if let limit, !(1...10).contains(limit) {
      throw ValidationError("--limit must be between 1 and 10.")
    }
  }

  var language: Language { lang ?? Environment.language }

  var style: TerminalStyle {
    switch color {
    case .always: TerminalStyle(usesColour: true)
    case .never: TerminalStyle(usesColour: false)
    case .auto: TerminalStyle(usesColour: StandardOutput.isTerminal && Environment.allowsColour)
    }
  }

  func render(_ answer: Answer, elapsed: Duration) -> String {
    switch format {
    case .text:
      TerminalFormat(
        language: language, style: style, width: Environment.columns, limit: limit ?? 3
      ).string(answer)
    case .json:
      JSONFormat(limit: limit ?? 10, elapsedMilliseconds: elapsed / .milliseconds(1)).string(answer)
    case .markdown: MarkdownFormat(language: language, limit: limit ?? 3).string(answer)
    }
  }
}
