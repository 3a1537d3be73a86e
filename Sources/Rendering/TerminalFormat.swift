package import Analysis
package import Retrieval

/// An answer as text for a terminal or a pipe: citation, place, and the passage with its answering
/// sentence and the words found marked.
package struct TerminalFormat: AnswerFormat {
  private let text: InterfaceText
  private let style: TerminalStyle
  private let width: Int
  private let limit: Int

  /// `width` in columns; at most `limit` passages are shown.
  package init(language: Language, style: TerminalStyle, width: Int = 80, limit: Int = 3) {
    text = InterfaceText(language)
    self.style = style
    self.width = max(20, min(width, 100))
    self.limit = limit
  }

  package func write(_ answer: Answer, to output: inout some TextOutputStream) {
    if answer.question.isShortened { output.write(text.shortened + "\n") }
    let notes = text.notes(on: answer.interpretation).flatMap { $0.wrapped(to: width) }
    if !notes.isEmpty { output.write(notes.map { style.dim($0) + "\n" }.joined() + "\n") }
    if answer.status == .notFound { return writeRefusal(answer, to: &output) }
    writeParts(answer.parts, to: &output)
    if answer.status == .uncertain { output.write(text.uncertain + "\n\n") }
    for (index, passage) in answer.passages.prefix(limit).enumerated() {
      if index > 0 { output.write("\n") }
      write(passage, to: &output)
    }
    if let narrowing = answer.narrowing {
      output.write("\n\(text.narrowing(narrowing))\n")
    }
    if !answer.suggestions.isEmpty {
      output.write("\n\(text.suggestions(answer.suggestions))\n")
    }
  }

  private func writeParts(_ parts: [Answer.Part], to output: inout some TextOutputStream) {
    guard !parts.isEmpty else { return }
    output.write(text.lines(for: parts, width: width).map { $0 + "\n" }.joined() + "\n")
  }

  private func writeRefusal(_ answer: Answer, to output: inout some TextOutputStream) {
    output.write(text.notFound + "\n")
    let unknown = answer.interpretation.unknownWords
    if !unknown.isEmpty { output.write(text.unknownWords(unknown.map(\.oneLine)) + "\n") }
    if !answer.parts.isEmpty { output.write("\n") }
    writeParts(answer.parts, to: &output)
    if let nearest = answer.nearestMiss {
      output.write("\n\(text.nearestMiss)\n\n")
      write(nearest, to: &output)
    }
    if !answer.suggestions.isEmpty {
      output.write("\n\(text.suggestions(answer.suggestions))\n")
    }
  }

  private func write(_ cited: CitedPassage, to output: inout some TextOutputStream) {
    let number = "\(cited.rank). "
    let indent = String(repeating: " ", count: number.count)
    for (index, line) in cited.citation.text.oneLine.wrapped(to: width - indent.count).enumerated()
    {
      output.write((index == 0 ? number : indent) + style.heading(line) + "\n")
    }
    for line in place(of: cited).wrapped(to: width - indent.count) {
      output.write(indent + style.dim(line) + "\n")
    }
    for line in (text.standing(cited.standing)?.oneLine ?? "").wrapped(to: width - indent.count) {
      output.write(indent + style.bold(line) + "\n")
    }
    output.write("\n")
    for line in styledText(of: cited).wrapped(to: width - indent.count) {
      output.write(indent + line + "\n")
    }
    for line in links(of: cited) { output.write(indent + style.dim(line) + "\n") }
    if let explanation = cited.explanation {
      output.write("\n")
      for line in ExplanationTable(explanation).lines {
        output.write(indent + style.dim(line) + "\n")
      }
    }
  }

  /// The places that a passage leads to.
  private func links(of cited: CitedPassage) -> [String] {
    let relations = [
      (text.refersTo, cited.refersTo), (text.citedBy, cited.citedBy), (text.alsoIn, cited.alsoIn),
    ]
    return relations.filter { !$0.1.isEmpty }.flatMap { relation, links in
      "\(relation): \(links.map(\.citation.oneLine).joined(separator: " · "))".wrapped(
        to: width - 3)
    }
  }

  private func place(of cited: CitedPassage) -> String {
    let parts: [String?] = [
      cited.document.title == cited.citation.documentName ? nil : cited.document.title,
      cited.passage.sectionPath.isEmpty ? nil : cited.passage.sectionPath.joined(separator: " › "),
      cited.citation.date.map(text.date),
      "\(cited.document.id), "
        + (cited.citation.page.map { text.page($0) + ", " } ?? "") + text.line(cited.citation.line),
    ]
    return parts.compactMap { $0?.oneLine }.joined(separator: " · ")
  }

  /// The passage with its quote in full brightness and the rest dimmed; each word is marked by
  /// itself, so that lines can be wrapped anywhere.
  private func styledText(of cited: CitedPassage) -> String {
    let text = cited.passage.text.joiningSoftBreaks
    guard style.usesColour else { return text.safeForTerminal }
    return cited.segments(of: text).map { segment in
      let safe = segment.text.safeForTerminal
      switch segment.kind {
      case .highlight: return style.highlight(safe)
      case .quote: return safe
      case .context: return style.dimWords(safe)
      }
    }.joined()
  }
}
