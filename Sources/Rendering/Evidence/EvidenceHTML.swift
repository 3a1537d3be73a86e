import Analysis
import Retrieval

/// An evidence pack for people, as one HTML page that needs nothing else.
struct EvidenceHTML {
  private let pack: EvidencePack
  private let words: EvidenceText

  init(_ pack: EvidencePack) {
    self.pack = pack
    words = EvidenceText(pack.language)
  }

  func text(withData data: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(pack.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(words.title)</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 45rem; margin: 0 auto; padding: 1rem; }
    blockquote { margin: 0.5rem 0; padding-left: 1rem; border-left: 0.2rem solid; white-space: pre-line; }
    footer, .place { font-size: 0.875rem; overflow-wrap: anywhere; }
    </style>
    </head>
    <body>
    <h1>\(words.title)</h1>
    <p>\(words.origin(program: pack.program, saved: pack.saved).escaped)</p>
    \(pack.exchanges.map(section).joined(separator: "\n"))
    \(data)</body>
    </html>

    """
  }

  private func section(of exchange: EvidencePack.Exchange) -> String {
    var lines = ["<section>", "<h2>\(exchange.question.oneLine.escaped)</h2>"]
    if let date = exchange.asOf { lines.append("<p>\(words.asOf(date).oneLine.escaped)</p>") }
    if !exchange.carried.isEmpty {
      lines.append("<p>\(words.carried(exchange.carried).escaped)</p>")
    }
    if exchange.status == .notFound { lines.append("<p>\(words.notFound)</p>") }
    if exchange.status == .uncertain { lines.append("<p><em>\(words.uncertain)</em></p>") }
    lines += exchange.passages.enumerated().flatMap { self.lines(of: $1, number: $0 + 1) }
    return (lines + ["</section>"]).joined(separator: "\n")
  }

  private func lines(of passage: EvidencePack.Passage, number: Int) -> [String] {
    let quote = passage.quoteText ?? ""
    var lines = ["<h3>\(number). \(passage.citation.oneLine.escaped)</h3>"]
    if let leadIn = passage.leadIn { lines.append(leadIn.quoted) }
    lines.append(quote.quoted)
    if quote != passage.text { lines += ["<p>\(words.passage)</p>", passage.text.quoted] }
    let link = passage.url.flatMap { url in
      url.isWebAddress ? " · <a href=\"\(url.escaped)\">\(url.escaped)</a>" : nil
    }
    lines.append("<p class=\"place\">\(words.place(of: passage).escaped)\(link ?? "")</p>")
    lines.append(
      """
      <ul class="place">
      <li>\(words.bytes(of: passage).oneLine.escaped)</li>
      <li>\(words.passageHash): <code>\(passage.textHash.hexadecimal)</code></li>
      <li>\(words.documentHash): <code>\(passage.documentHash.hexadecimal)</code></li>
      </ul>
      """)
    return lines
  }
}

extension String {
  /// With every character that HTML would act on as a reference.
  fileprivate var escaped: String {
    var escaped = ""
    for character in self {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  fileprivate var quoted: String { "<blockquote>\(safeForTerminal.escaped)</blockquote>" }
}
