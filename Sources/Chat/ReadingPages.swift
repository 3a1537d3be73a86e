import Analysis
import Documents
import Foundation
import Rendering
import Retrieval

/// What commands show besides answers: texts to read and lists.
struct ReadingPages {
  private let text: ChatText
  private let screen: Screen
  private let address: (IndexedDocument) -> String?

  init(
    _ text: ChatText, on screen: Screen,
    address: @escaping (IndexedDocument) -> String? = { _ in nil }
  ) {
    self.text = text
    self.screen = screen
    self.address = address
  }

  private var style: TerminalStyle { screen.style }
  private var width: Int { screen.textWidth }

  // MARK: Texts

  /// A passage in its section: its own words bright, those around it dimmed.
  func excerpt(_ excerpt: Excerpt, of cited: CitedPassage) throws -> Page {
    let head = heading(of: cited)
    let (lines, start) = lines(of: try excerpt.parts(), cited)
    let links = LinkLetters(of: cited).lines(text, width: width).map(style.dim)
    let tail = (links.isEmpty ? [] : [""] + links) + ["", style.dim(text.moreHint)]
    let isLong = start > screen.rows
    return Page(head + lines + tail, start: isLong ? head.count + start : 1)
  }

  /// A document with what is known of it; reading begins at the passage.
  func document(_ excerpt: Excerpt, of cited: CitedPassage) throws -> Page {
    let document = cited.document
    let metadata = document.metadata.sorted.compactMap(metadataLine)
    let head =
      [style.heading(document.title.oneLine)]
      + (metadata + [document.id.rawValue.oneLine, "SHA-256 \(document.contentHash)"])
      .flatMap { $0.wrapped(to: width) }
      .map { screen.link(style.dim($0), to: address(document)) } + [""]
    let (lines, start) = lines(of: try excerpt.wholeDocument(), cited)
    let section = self.lines(of: try excerpt.parts(), cited).lines
    return Page(
      head + lines, start: start > screen.rows ? head.count + start : 1,
      shorter: head + section + ["", style.dim(text.moreAroundHint)])
  }

  private func metadataLine(_ field: String) -> String? {
    let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, !["title", "short_title", "language"].contains(parts[0]) else {
      return nil
    }
    return text.metadata(parts[0]).oneLine + ":" + parts[1].oneLine.prependingSpace
  }

  private func heading(of cited: CitedPassage) -> [String] {
    PassageSource(cited, text, on: screen, address: address(cited.document)).lines(indentedBy: 0)
      + [""]
  }

  /// Wrapped lines, and the first of them that holds the passage's own words, from 1.
  private func lines(
    of parts: (before: String, own: String, after: String), _ cited: CitedPassage
  ) -> (lines: [String], start: Int) {
    func dimmed(_ words: String) -> [String] {
      style.dimWords(words.joiningSoftBreaks.safeForTerminal).paragraphs(wrappedTo: width)
    }
    let before = dimmed(parts.before)
    let marked = MarkedText(cited, style: style).all
    let own =
      (cited.passage.text == parts.own ? marked : parts.own.joiningSoftBreaks.safeForTerminal)
      .paragraphs(wrappedTo: width)
    let label = screen.isPlain ? [text.quoteLabel] : []
    let end = screen.isPlain && !parts.after.isEmpty ? [text.contextLabel] : []
    return (before + label + own + end + dimmed(parts.after), before.count + 1)
  }

  // MARK: Lists

  func help(keepsState: Bool) -> Page {
    let commands = CommandName.allCases.filter {
      keepsState || ($0 != .feedback && $0 != .history)
    }
    let usages = commands.map { $0.usage(in: text.language) }
    let indent = min(24, width / 2, (usages.map(\.displayWidth).max() ?? 0) + 2)
    let lines = zip(commands, usages).flatMap { command, usage -> [String] in
      let purpose = command.purpose(in: text.language).wrapped(to: width - indent)
      let margin = String(repeating: " ", count: indent)
      if screen.isPlain { return ["\(usage): \(purpose.joined(separator: " "))"] }
      guard usage.displayWidth < indent else {
        return [style.bold(usage)] + purpose.map { margin + $0 }
      }
      let gap = String(repeating: " ", count: max(1, indent - usage.displayWidth))
      return [style.bold(usage) + gap + (purpose.first ?? "")]
        + purpose.dropFirst().map { margin + $0 }
    }
    return Page(lines)
  }

  /// The documents whose names hold a word, with their dates.
  func sources(_ index: any PassageIndex, holding word: String?) -> Page {
    let wanted = word?.lowercased()
    let documents = index.documents.filter { document in
      wanted.map { (document.title + " " + document.id.rawValue).lowercased().contains($0) } ?? true
    }
    let count = documents.reduce(0) { $0 + $1.passageCount }
    return Page([text.documentCount(documents.count, passages: count)] + documents.map(sourceLine))
  }

  /// Name, date and file; where they don't fit, the date stays.
  private func sourceLine(_ document: IndexedDocument) -> String {
    let date = document.metadata.citedDate.map { " · " + text.answers.date($0.oneLine) } ?? ""
    let file = " · " + document.id.rawValue.oneLine
    guard !screen.isPlain else { return document.citedName.oneLine + date + file }
    let name = document.citedName.oneLine.truncated(to: max(8, width - date.displayWidth))
    let room = width - name.displayWidth
    let rest = date.displayWidth + 8 > room ? date : (date + file).truncated(to: room)
    return style.bold(name) + style.dim(rest)
  }

  /// Why a passage was found: its score and the parts of it.
  func why(_ cited: CitedPassage, _ interpretation: Interpretation?) -> Page {
    let words = cited.highlights.map { cited.passage.text(in: $0).oneLine.lowercased() }
    var seen: Set<String> = []
    let notes = interpretation.map { text.answers.notes(on: $0) } ?? []
    var lines = [
      text.score(cited.score.figure, confidence: Int((cited.confidence * 100).rounded())),
      text.wordsFound(words.filter { seen.insert($0).inserted }),
    ]
    lines = (lines + notes).flatMap { $0.wrapped(to: width) }
    if let explanation = cited.explanation {
      lines += [text.scoreParts] + explanation.parts.flatMap { self.lines(of: $0, depth: 1) }
    }
    return Page([style.heading(cited.citation.text.oneLine)] + lines)
  }

  private func lines(of part: Explanation.Part, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let name = part.name.oneLine.truncated(to: max(8, width - indent.count - 12))
    return ["\(indent)\(part.value.figure)  \(name)"]
      + part.parts.flatMap { lines(of: $0, depth: depth + 1) }
  }

  /// Quote and citation, unbroken, to be marked and pasted.
  func copy(_ cited: CitedPassage) -> Page {
    let metadata = cited.document.metadata
    let parts = [
      cited.citation.text.oneLine, cited.citation.date.map { text.answers.date($0.oneLine) },
      metadata.url.flatMap { $0.isWebAddress ? $0.oneLine : nil },
    ].compactMap(\.self)
    return Page([
      "\(text.quoted(cited.quoteText.oneLine)) (\(parts.joined(separator: ", ")))"
    ])
  }
}

extension Double {
  /// With two decimals.
  fileprivate var figure: String { String(format: "%.2f", self) }
}

extension String {
  fileprivate var prependingSpace: String { hasPrefix(" ") ? self : " " + self }

  /// Wrapped lines with one empty line where the text has any.
  fileprivate func paragraphs(wrappedTo width: Int) -> [String] {
    var lines: [String] = []
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let wrapped = String(line).wrapped(to: width)
      if !wrapped.isEmpty {
        lines += wrapped
      } else if lines.last != "", !lines.isEmpty {
        lines.append("")
      }
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
