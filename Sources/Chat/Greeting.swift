import Analysis
import Rendering
package import Retrieval

/// What a session says before the first question.
package struct Greeting {
  private let text: ChatText
  private let assistant: Assistant

  package init(_ text: ChatText, _ assistant: Assistant) {
    self.text = text
    self.assistant = assistant
  }

  /// For the first start: three lines on what this is, and three questions to try.
  package func full(on screen: Screen) throws -> String {
    let lines = [purpose, contents(width: screen.textWidth), manner]
      .flatMap { $0.wrapped(to: screen.textWidth) }
    let examples = try ExampleQuestions(assistant, language: text.language).questions()
      .map { "  " + $0.oneLine.truncated(to: screen.textWidth - 2) }
    let heading = examples.isEmpty ? [] : [screen.style.dim(exampleHeading)]
    return (lines + heading + examples).joined(separator: "\n") + "\n\n"
  }

  /// For later starts: one line.
  package func short(on screen: Screen) -> String {
    let line = "\(count) · /" + CommandName.help.name(in: text.language)
    return screen.style.dim(line.truncated(to: screen.textWidth)) + "\n"
  }

  private var documents: [IndexedDocument] { assistant.index.documents }

  private var count: String {
    text.documentCount(documents.count, passages: assistant.index.passages.count)
  }

  private var purpose: String {
    text.choose(
      "Tillit svarer med tekstenes egne ord og kilde. Ingenting forlater maskinen.",
      "Tillit svarar med orda i tekstane og kjelda. Ingenting forlèt maskina.",
      "Tillit quotes the texts, with their source. Nothing leaves this machine.")
  }

  /// How much there is, and the names of the longest texts, as many as one line holds.
  private func contents(width: Int) -> String {
    let largest = documents.sorted {
      ($1.passageCount, $0.position) < ($0.passageCount, $1.position)
    }
    let names = largest.map { $0.citedName.oneLine }.filter { $0.count <= 40 }.prefix(3)
    let sources = CommandName.sources.name(in: text.language)
    let lines = (0...names.count).reversed().map { kept in
      count + (kept == 0 ? "" : ": " + names.prefix(kept).joined(separator: ", "))
        + (documents.count > kept ? " … (/\(sources))." : ".")
    }
    return lines.first { $0.displayWidth <= width } ?? count
  }

  private var manner: String {
    text.choose(
      "Spør med egne ord. /hjelp viser resten; Ctrl-D avslutter.",
      "Spør med eigne ord. /hjelp viser resten; Ctrl-D avsluttar.",
      "Ask in your own words. /help shows the rest; Ctrl-D leaves.")
  }

  private var exampleHeading: String {
    text.choose("Prøv for eksempel:", "Prøv til dømes:", "Try, for instance:")
  }
}
