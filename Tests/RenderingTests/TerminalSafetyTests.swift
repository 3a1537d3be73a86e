import Analysis
import Rendering
import Retrieval
import Testing

/// Texts, titles, file names and questions are other people's: a terminal must not act on them.
@Suite struct TerminalSafetyTests {
  /// Escape sequences by their openings (CSI, OSC 8 and 52, DCS, C1 forms), single control
  /// characters, and marks that turn the direction of writing.
  static let payloads: [String] = {
    let sequences = [
      "\u{1B}[31m", "\u{1B}[2J", "\u{1B}[H", "\u{1B}[1A", "\u{1B}[?1049h", "\u{1B}[6n",
      "\u{1B}]0;tittel\u{7}", "\u{1B}]8;;https://example.org\u{1B}\\lenke\u{1B}]8;;\u{1B}\\",
      "\u{1B}]52;c;aGVp\u{7}", "\u{1B}P+q544e\u{1B}\\", "\u{1B}c", "\u{1B}(0", "\u{1B}#8",
      "\u{9B}31m", "\u{9D}0;tittel\u{9C}", "\u{90}q\u{9C}", "\r\u{1B}[K", "abc\rdef", "a\u{8}b",
      "\u{1B}", "\u{1B}[", "\u{1B}]2;tittel\u{1B}\\", "\u{85}linje", "\u{1B}]", "\u{1B}\u{1B}[31m",
    ]
    let controls = (0x00...0x1F).filter { $0 != 0x0A && $0 != 0x09 } + Array(0x7F...0x9F)
    let marks =
      [0x200E, 0x200F, 0x061C, 0x2028, 0x2029] + Array(0x202A...0x202E)
      + Array(0x2066...0x2069)
    let singles = (controls + marks).compactMap(Unicode.Scalar.init).map { "a\($0)b" }
    let repeated = singles.map { $0 + $0 + " slutt" }
    return sequences + sequences.map { "før \($0) etter" } + singles + repeated
  }()

  @Test("there are at least 200 payloads")
  func count() {
    #expect(Set(Self.payloads).count >= 200)
  }

  @Test("no control character leaves in text or Markdown, wherever it came from")
  func formats() {
    for payload in Self.payloads {
      let answers = [
        SampleAnswers.answered(question: payload),
        SampleAnswers.answered(title: payload),
        SampleAnswers.answered(text: payload),
        SampleAnswers.answered(document: payload),
        SampleAnswers.answer(to: payload, status: .notFound, unknown: [payload]),
      ]
      for answer in answers {
        let text = TerminalFormat(language: .english, style: TerminalStyle(usesColour: false))
          .string(answer)
        expectSafe(text, payload)
        expectSafe(MarkdownFormat(language: .english).string(answer), payload)
      }
    }
  }

  @Test("in colour, the only sequences are our own")
  func colour() {
    for payload in Self.payloads {
      let text = TerminalFormat(language: .english, style: TerminalStyle(usesColour: true))
        .string(SampleAnswers.answered(title: payload, text: payload, document: payload))
      expectSafe(text.replacing(/\u{1B}\[(0|1|2|1;33|1;36)m/, with: ""), payload)
    }
  }

  @Test("in JSON, control characters are escaped")
  func json() {
    for payload in Self.payloads {
      let answer = SampleAnswers.answered(question: payload, title: payload, text: payload)
      expectSafe(JSONFormat().string(answer), payload)
    }
  }

  private func expectSafe(_ text: String, _ payload: String) {
    let unsafe = text.unicodeScalars.first { scalar in
      switch scalar.value {
      case 0x09, 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F: true
      case 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    #expect(unsafe == nil, "from \(payload.debugDescription)")
  }

  @Test("ordinary text passes unchanged", arguments: ["Åtte § – «ø»\n\tinnrykk", "日本 👍🏽", ""])
  func unchanged(text: String) {
    #expect(text.safeForTerminal == text)
  }

  @Test("CRLF becomes a line feed")
  func lineEnds() {
    #expect("a\r\nb".safeForTerminal == "a\nb")
  }

  @Test("text on one line has no line ends or runs of spaces")
  func oneLine() {
    #expect(" a\r\n  b\t c\u{2028}d ".oneLine == "a b c\u{FFFD}d")
  }
}
