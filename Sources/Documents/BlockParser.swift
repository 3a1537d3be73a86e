/// Splits a text into headings, paragraphs and list items.
///
/// Markdown is read by its marks alone. Plain text, often the text layer of a PDF, has headings
/// where a line stands for itself: numbered (`2.1 Lokalt arbeid`), a statute's (`§ 4-6`,
/// `Kapittel 4`), or short and set off from what surrounds it.
struct BlockParser {
  enum Style { case markdown, plain }

  private let style: Style
  private let lines: [LineShape]
  let layout: TextLayout

  init(_ source: SourceText, from start: Int, style: Style) {
    self.style = style
    lines = source.lines.filter { $0.upperBound > start || $0.lowerBound >= start }
      .map { LineShape(max($0.lowerBound, start)..<max($0.upperBound, start), in: source) }
    layout = TextLayout(lines: lines)
  }

  func blocks() -> [Block] {
    var blocks: [Block] = []
    var inFence = false
    var afterBlank = true
    for (index, line) in lines.enumerated() {
      if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") { inFence.toggle() }
      if line.isBlank {
        if style == .markdown, let level = setextLevel(at: index), !afterBlank,
          let last = blocks.last, last.kind == .paragraph, last.range == lines[index - 1].range
        {
          let title = lines[index - 1].text.withoutEmphasis
          blocks[blocks.count - 1].kind = .heading(level: level, title: title)
        }
        afterBlank = true
        continue
      }
      if !inFence, let heading = heading(at: index) {
        blocks.append(Block(kind: heading, range: line.range))
        afterBlank = true
      } else if !inFence, line.isBulleted || line.isEnumerated {
        blocks.append(Block(kind: .listItem, range: line.range))
        afterBlank = false
      } else if !afterBlank || continuesListItem(at: index, after: blocks.last),
        let last = blocks.indices.last
      {
        blocks[last].range = blocks[last].range.lowerBound..<line.range.upperBound
        afterBlank = false
      } else {
        blocks.append(Block(kind: .paragraph, range: line.range))
        afterBlank = false
      }
    }
    return blocks
  }

  /// `===` or `---` under a line makes it a heading in Markdown.
  private func setextLevel(at index: Int) -> Int? {
    let text = lines[index].text
    guard index > 0, text.count >= 3 else { return nil }
    if text.allSatisfy({ $0 == "=" }) { return 1 }
    return text.allSatisfy({ $0 == "-" }) ? 2 : nil
  }

  /// PDF text may put a blank line inside an item whose sentence goes on in lower case.
  private func continuesListItem(at index: Int, after block: Block?) -> Bool {
    guard style == .plain, layout.wrapWidth != nil, block?.kind == .listItem, index > 1,
      lines[index - 1].isBlank, !lines[index - 2].isBlank, !lines[index - 2].endsSentence
    else { return false }
    return lines[index].text.first?.isLowercase ?? false
  }

  private func heading(at index: Int) -> Block.Kind? {
    let line = lines[index]
    if let (level, title) = line.markdownHeading {
      return title.isEmpty ? nil : .heading(level: level, title: title)
    }
    guard style == .plain else { return nil }
    let title = line.text
    if let level = line.statuteLevel, startsAfresh(at: index) {
      return .heading(level: level, title: title)
    }
    if let number = line.headingNumber, isNumberedHeading(at: index) {
      return .heading(level: min(number.count + 1, 5), title: title)
    }
    return isStandAlone(at: index) ? .heading(level: 6, title: title) : nil
  }

  private func startsAfresh(at index: Int) -> Bool {
    guard index > 0 else { return true }
    let previous = lines[index - 1]
    return previous.isBlank || previous.endsSentence
      || layout.isDeliberateBreak(after: previous, before: lines[index])
  }

  private func endsHere(at index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index + 1].isBlank else { return true }
    return layout.isDeliberateBreak(after: lines[index], before: lines[index + 1])
  }

  private func nextFilledLine(after index: Int) -> LineShape? {
    lines[(index + 1)...].first { !$0.isBlank }
  }

  /// A run of short numbered lines with nothing between them is a list, not headings.
  private func isNumberedHeading(at index: Int) -> Bool {
    let line = lines[index]
    guard line.length <= 90, !line.endsWithPunctuation, startsAfresh(at: index),
      endsHere(at: index), let depth = line.headingNumber?.count
    else { return false }
    let hasSibling = [index - 1, index + 1].contains { neighbour in
      lines.indices.contains(neighbour) && lines[neighbour].headingNumber?.count == depth
    }
    return !hasSibling
  }

  /// At most 60 characters and 9 words after a blank line, beginning with a capital or a quotation
  /// mark, ending without punctuation, and not the lead-in of a list.
  private func isStandAlone(at index: Int) -> Bool {
    let line = lines[index]
    guard line.length <= 60, line.wordCount <= 9, !line.endsWithPunctuation,
      !line.isBulleted, !line.isEnumerated,
      index == 0 || lines[index - 1].isBlank, endsHere(at: index),
      let first = line.text.first, first.isUppercase || "«\"“".contains(first),
      !line.text.contains("@"), !line.text.contains(": "),
      line.text.count(where: \.isNumber) < 5,
      let next = nextFilledLine(after: index)
    else { return false }
    return !next.isBulleted && !next.isEnumerated
  }
}
