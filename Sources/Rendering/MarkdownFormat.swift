import Documents
package import Analysis
package import Retrieval

/// An answer as Markdown, to paste into a letter or minutes: quotes as block quotes.
package struct MarkdownFormat: AnswerFormat {
  private let text: InterfaceText
  private let limit: Int

  package init(language: Language, limit: Int = 3) {
    text = InterfaceText(language)
    self.limit = limit
  }

  package func write(_ answer: Answer, to output: inout some TextOutputStream) {
    output.write("## \(answer.question.text.oneLine.markdownEscaped)\n")
    let notes = text.notes(on: answer.interpretation)
    if !notes.isEmpty { output.write("\n\(notes.joined(separator: " ").markdownEscaped)\n") }
    writeParts(answer.parts, to: &output)
    if answer.status == .notFound {
      output.write("\n\(text.notFound)\n")
      let unknown = answer.interpretation.unknownWords
      if !unknown.isEmpty {
        output.write("\n\(text.unknownWords(unknown.map(\.oneLine.markdownEscaped)))\n")
      }
      if let nearest = answer.nearestMiss {
        output.write("\n*\(text.nearestMiss)*\n")
        write(nearest, to: &output)
      }
      return writeOffers(answer, to: &output)
    }
    if answer.status == .uncertain { output.write("\n*\(text.uncertain)*\n") }
    for cited in answer.passages.prefix(limit) { write(cited, to: &output) }
    writeOffers(answer, to: &output)
  }

  private func writeParts(_ parts: [Answer.Part], to output: inout some TextOutputStream) {
    guard !parts.isEmpty else { return }
    output.write("\n\(text.partByPart)\n\n")
    for part in parts { output.write("- \(text.part(part).markdownEscaped)\n") }
  }

  /// What to do next.
  private func writeOffers(_ answer: Answer, to output: inout some TextOutputStream) {
    if let narrowing = answer.narrowing {
      output.write("\n\(text.narrowing(narrowing).markdownEscaped)\n")
    }
    if !answer.suggestions.isEmpty {
      output.write("\n\(text.suggestions(answer.suggestions).markdownEscaped)\n")
    }
  }

  private func write(_ cited: CitedPassage, to output: inout some TextOutputStream) {
    output.write("\n**\(cited.citation.text.oneLine.markdownEscaped)**\n\n")
    if let standing = text.standing(cited.standing) {
      output.write("*\(standing.oneLine.markdownEscaped)*\n\n")
    }
    for line in cited.passage.text.safeForTerminal.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let text = String(line.drop(while: \.isWhitespace)).markdownLineEscaped
      output.write(text.isEmpty ? ">\n" : "> \(text)\n")
    }
    output.write("\n\(place(of: cited))\n")
  }

  private func place(of cited: CitedPassage) -> String {
    let title = cited.document.title.oneLine.markdownEscaped
    let parts = [
      cited.document.metadata.url.flatMap { url in
        url.isWebAddress ? "[\(title)](\(url))" : nil
      } ?? title,
      cited.passage.sectionPath.joined(separator: " › ").oneLine.markdownEscaped,
      cited.citation.date.map { text.date($0.oneLine.markdownEscaped) } ?? "",
      text.line(cited.citation.line),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension String {
  /// The text with every character escaped that Markdown or HTML would act on.
  var markdownEscaped: String {
    var escaped = ""
    for character in self {
      if "\\`*_{}[]<>#|~!&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// A line of its own, which isn't to be taken for the underline of a heading or for a rule.
  var markdownLineEscaped: String {
    let isRule = allSatisfy { "-= ".contains($0) }
    return isRule && !isEmpty ? "\\" + self : markdownEscaped
  }

  /// Whether the text is an http(s) address without characters that could end a link.
  package var isWebAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://"))
      && unicodeScalars.allSatisfy { $0.value > 0x20 && !"()<>\"'`\\".unicodeScalars.contains($0) }
  }
}
