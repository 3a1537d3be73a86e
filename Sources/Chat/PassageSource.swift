import Documents
import Rendering
import Retrieval

/// Where a passage stands: its citation and date, and the place in the collection.
struct PassageSource: CustomStringConvertible {
  private let cited: CitedPassage
  private let text: ChatText
  private let screen: Screen
  private let address: String?

  /// `address` is where the source can be read, followed where the screen can.
  init(_ cited: CitedPassage, _ text: ChatText, on screen: Screen, address: String?) {
    self.cited = cited
    self.text = text
    self.screen = screen
    self.address = address
  }

  /// `Ferieloven § 5 (1), per 2024-01-01, lover/ferieloven.md, linje 31`
  var description: String { ([citation] + place).joined(separator: ", ") }

  /// Citation and date; then, dimmed, the place.
  func lines(indentedBy indent: Int) -> [String] {
    let width = screen.textWidth - indent
    return citationLines(width)
      + place.joined(separator: " · ").wrapped(to: width)
      .map { screen.link(screen.style.dim($0), to: address) }
  }

  /// Citation and date; then, dimmed, as much of the place as one line holds, the file first.
  func shortLines(indentedBy indent: Int) -> [String] {
    let width = screen.textWidth - indent
    let line = place.reversed().joined(separator: " · ").truncated(to: width)
    return citationLines(width)
      + [screen.link(screen.style.dim(line), to: address)]
  }

  private var citation: String { citation(date: \.self) }

  private func citation(date shown: (String) -> String) -> String {
    let citation = cited.citation.text.oneLine
    guard let date = cited.citation.date else { return citation }
    return "\(citation) · \(shown(text.answers.date(date.oneLine)))"
  }

  /// The date stays on one line.
  private func citationLines(_ width: Int) -> [String] {
    citation { $0.replacing(" ", with: "\u{A0}") }.wrapped(to: width)
      .map { screen.style.heading($0.replacing("\u{A0}", with: " ")) }
  }

  private var place: [String] {
    let path = cited.passage.sectionPath.joined(separator: " › ").oneLine
    let page = cited.citation.page.map { text.answers.page($0) + ", " } ?? ""
    let file = cited.document.id.rawValue.oneLine
    return (path.isEmpty ? [] : [path]) + [
      "\(file), \(page)\(text.answers.line(cited.citation.line))"
    ]
  }
}
