import Analysis
import Foundation
import Rendering
package import Retrieval

/// An answer on a screen: the answering sentence first, its passage dimmed around it, citation and
/// date under it, further passages as one line each.
///
/// The passage is shortened to leave the whole answer in sight; `/open` shows it all.
package struct AnswerScreen: AnswerFormat {
  private let text: ChatText
  private let screen: Screen
  private let context: Context

  /// What an answer doesn't say of itself.
  package struct Context {
    /// The most passages that are shown.
    package var limit = 5
    /// What is asked, where it isn't everything.
    package var scopeLabel: String?
    /// Whether to say what can be typed next.
    package var showsHint = false
    /// Where a document's source can be read.
    package var address: (IndexedDocument) -> String? = { _ in nil }

    package init() {}
  }

  package init(_ text: ChatText, on screen: Screen, context: Context = Context()) {
    self.text = text
    self.screen = screen
    self.context = context
  }

  package func write(_ answer: Answer, to output: inout some TextOutputStream) {
    let lines = notes(on: answer) + body(of: answer)
    output.write(lines.joined(separator: "\n") + "\n")
  }

  /// What fits under the question: the answering sentence and its source always, then the places
  /// it leads to, then the other passages, then what stands around the sentence.
  private func body(of answer: Answer) -> [String] {
    guard answer.status != .notFound, let best = answer.passages.first else {
      return refusal(answer)
    }
    let room = screen.rows - 3 - notes(on: answer).count
    let whole = block(best, contextLimit: 0).count
    let showsLinks = screen.isPlain || whole + 3 <= room
    let own = showsLinks ? whole : block(best, contextLimit: 0, showsLinks: false).count
    var next = next(answer)
    if !screen.isPlain, own + next.count + 2 > room, context.showsHint { next = [] }
    var others = others(answer)
    if !screen.isPlain { others = Array(others.prefix(max(2, room - own - next.count))) }
    let left = room - own - others.count - next.count
    return block(best, contextLimit: left, showsLinks: showsLinks) + others + next
  }

  private var style: TerminalStyle { screen.style }

  private func notes(on answer: Answer) -> [String] {
    var notes: [String] = []
    if let label = context.scopeLabel { notes.append(text.scope(label.oneLine)) }
    if let date = answer.question.scope.asOf { notes.append(text.asOf(date.oneLine)) }
    if answer.question.isShortened { notes.append(text.answers.shortened) }
    notes += text.answers.notes(on: answer.interpretation)
    var lines = notes.flatMap { $0.wrapped(to: screen.textWidth) }.map(style.dim)
    lines += text.answers.lines(for: answer.parts, width: screen.textWidth)
    if answer.status == .uncertain, !answer.passages.isEmpty {
      lines += text.answers.uncertain.wrapped(to: screen.textWidth).map(style.bold)
      lines += unknownWords(of: answer)
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  // MARK: The best passage

  private func block(
    _ cited: CitedPassage, contextLimit: Int, showsLinks: Bool = true
  ) -> [String] {
    guard !screen.isPlain else { return plainBlock(cited) }
    let quote = text.quoted(MarkedText(cited, style: style).quote)
      .wrapped(to: screen.textWidth - gutter.count)
    let source = PassageSource(cited, text, on: screen, address: context.address(cited.document))
    let links = standingLines(cited) + (showsLinks ? linkLines(cited) : [])
    let place = source.shortLines(indentedBy: gutter.count)
    let around = surroundings(cited, limit: contextLimit)
    return zip(["\(cited.rank)".padded(to: gutter.count)], quote.prefix(1)).map(+)
      + (quote.dropFirst() + around).map { gutter + $0 }
      + (place + links).map { gutter + $0 }
  }

  private var gutter: String { "   " }

  /// What stands around the answering sentence, in at most `limit` lines, those nearest to it.
  private func surroundings(_ cited: CitedPassage, limit: Int) -> [String] {
    guard limit > 1 else { return [] }
    let marked = MarkedText(cited, style: style)
    let width = screen.textWidth - gutter.count
    let gap = style.dim("[…]")
    let words = marked.before.trimmingCharacters(in: .whitespacesAndNewlines)
    let before = words.isEmpty ? [] : "\(words) \(gap)".wrapped(to: width)
    let after = marked.after.wrapped(to: width)
    guard before.count + after.count > limit else { return before + after }
    let ellipsis = style.dim("…")
    // Two lines may be ellipses.
    let kept = min(after.count, max((limit - 1) / 2, limit - 1 - before.count))
    let first = before.suffix(max(0, limit - 2 - kept))
    let last = after.prefix(kept)
    return (first.isEmpty || first.count == before.count ? [] : [ellipsis]) + first + last
      + (last.count < after.count ? [ellipsis] : [])
  }

  /// Why the text doesn't count on the day asked about.
  private func standingLines(_ cited: CitedPassage) -> [String] {
    (text.answers.standing(cited.standing)?.oneLine ?? "")
      .wrapped(to: screen.textWidth - gutter.count).map(style.bold)
  }

  private func linkLines(_ cited: CitedPassage) -> [String] {
    LinkLetters(of: cited).lines(text, width: screen.textWidth - gutter.count).map(style.dim)
  }

  private func plainBlock(_ cited: CitedPassage) -> [String] {
    let marked = MarkedText(cited, style: style)
    let around = [marked.before, marked.after].map(\.onOneLine).filter { !$0.isBlank }
    let source = PassageSource(cited, text, on: screen, address: nil)
    return
      ([text.passageLabel(cited.rank), "\(text.quoteLabel) \(text.quoted(marked.quote))"]
      + (around.isEmpty ? [] : ["\(text.contextLabel) \(around.joined(separator: " […] "))"])
      + ["\(text.sourceLabel) \(source.description)"])
      .flatMap { $0.wrapped(to: screen.textWidth) } + standingLines(cited) + linkLines(cited)
  }

  // MARK: Around it

  private func others(_ answer: Answer) -> [String] {
    let lines = answer.passages.prefix(context.limit).dropFirst().flatMap(oneLine)
    return lines.isEmpty ? [] : [""] + lines
  }

  private func oneLine(_ cited: CitedPassage) -> [String] {
    let citation = cited.citation.text.oneLine
    let quote = text.quoted(cited.quoteText.oneLine)
    guard !screen.isPlain else {
      return "\(text.passageLabel(cited.rank)) \(citation). \(quote)".wrapped(to: screen.textWidth)
    }
    let line = "\(citation) · \(quote)".truncated(to: screen.textWidth - gutter.count)
    let rest = line.dropFirst(citation.count)
    let heading = String(line.prefix(citation.count))
    return [
      "\(cited.rank)".padded(to: gutter.count) + style.bold(heading) + style.dim(String(rest))
    ]
  }

  private func next(_ answer: Answer) -> [String] {
    var lines: [String] = []
    if let narrowing = answer.narrowing {
      lines.append(text.answers.narrowing(narrowing))
      lines += narrowing.choices.map { "  " + text.takeChoice($0.label.oneLine) }
    }
    if !answer.suggestions.isEmpty { lines.append(text.answers.suggestions(answer.suggestions)) }
    let wrapped = lines.flatMap { line in
      line.hasPrefix("  ") ? [line] : line.wrapped(to: screen.textWidth)
    }
    let hint = context.showsHint ? hint(answer).wrapped(to: screen.textWidth).map(style.dim) : []
    let all = wrapped + hint
    return all.isEmpty ? [] : [""] + all
  }

  private func hint(_ answer: Answer) -> String {
    let links = answer.passages.first.map { LinkLetters(of: $0).entries } ?? []
    return links.isEmpty ? text.hint : text.hintWithLetters
  }

  /// What the question asks about that no text has a word of.
  private func unknownWords(of answer: Answer) -> [String] {
    let question = answer.question.text.lowercased()
    let own = answer.interpretation.unknownWords.filter { question.contains($0.lowercased()) }
    guard !own.isEmpty else { return [] }
    return text.answers.unknownWords(own.map(\.oneLine)).wrapped(to: screen.textWidth)
  }

  private func refusal(_ answer: Answer) -> [String] {
    var lines = text.answers.notFound.wrapped(to: screen.textWidth).map(style.bold)
    lines += unknownWords(of: answer)
    if let nearest = answer.nearestMiss {
      lines += [""] + text.answers.nearestMiss.wrapped(to: screen.textWidth) + oneLine(nearest)
    }
    return lines + next(answer)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  fileprivate var isBlank: Bool { displayWidth == 0 || allSatisfy(\.isWhitespace) }
}
