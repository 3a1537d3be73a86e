import Retrieval

/// An evidence pack for people, as Markdown.
struct EvidenceMarkdown {
  private let pack: EvidencePack
  private let words: EvidenceText

  init(_ pack: EvidencePack) {
    self.pack = pack
    words = EvidenceText(pack.language)
  }

  var text: String {
    let head = [
      "# \(words.title)",
      words.origin(program: pack.program.escaped, saved: pack.saved.escaped),
    ]
    return (head + pack.exchanges.flatMap(blocks)).joined(separator: "\n\n") + "\n"
  }

  private func blocks(of exchange: EvidencePack.Exchange) -> [String] {
    var blocks = ["## \(exchange.question.escaped)"]
    if let date = exchange.asOf { blocks.append(words.asOf(date.escaped)) }
    if !exchange.carried.isEmpty { blocks.append(words.carried(exchange.carried.map(\.escaped))) }
    if exchange.status == .notFound { blocks.append(words.notFound) }
    if exchange.status == .uncertain { blocks.append("*\(words.uncertain)*") }
    return blocks
      + exchange.passages.enumerated().flatMap { self.blocks(of: $1, number: $0 + 1) }
  }

  private func blocks(of passage: EvidencePack.Passage, number: Int) -> [String] {
    let quote = passage.quoteText ?? ""
    var blocks = ["### \(number). \(passage.citation.escaped)", quote.quoted]
    if let leadIn = passage.leadIn { blocks.insert(leadIn.quoted, at: 1) }
    if quote != passage.text { blocks += [words.passage, passage.text.quoted] }
    let place = words.place(of: passage).escaped
    let link = passage.url.flatMap { $0.isWebAddress ? " · <\($0)>" : nil } ?? ""
    blocks.append(place + link)
    blocks.append(
      """
      - \(words.bytes(of: passage).escaped)
      - \(words.passageHash): `\(passage.textHash.hexadecimal)`
      - \(words.documentHash): `\(passage.documentHash.hexadecimal)`
      """)
    return blocks
  }
}

extension String {
  fileprivate var escaped: String { oneLine.markdownEscaped }

  fileprivate var quoted: String {
    safeForTerminal.split(separator: "\n").map {
      "> \(String($0.drop(while: \.isWhitespace)).markdownLineEscaped)"
    }
    .joined(separator: "\n>\n")
  }

  /// Only what a digest is made of.
  var hexadecimal: String { filter(\.isHexDigit) }
}
