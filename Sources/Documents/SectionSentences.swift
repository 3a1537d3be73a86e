/// Turns the blocks of a section into sentences that know their ledd and their list's lead-in.
struct SectionSentences {
  private let source: SourceText
  private let splitter: SentenceSplitter
  private let isProvision: Bool
  private(set) var sentences: [Sentence] = []
  /// The sentence that introduces the list being read.
  private var openLeadIn: Range<Int>?

  init(of draft: SectionBuilder.Draft, in source: SourceText, layout: TextLayout) {
    self.source = source
    splitter = SentenceSplitter(source: source, endsAtLineBreak: layout.wrapWidth == nil)
    isProvision = draft.section.provision != nil
    for block in draft.body { append(block) }
    if isProvision { numberLedd() }
  }

  /// The ledd as ranges from each one's first sentence to its last.
  var ledd: [Section.Ledd] {
    var ledd: [Section.Ledd] = []
    for sentence in sentences {
      if let number = sentence.startsLedd {
        ledd.append(Section.Ledd(number: number, range: sentence.range))
      } else if let last = ledd.popLast() {
        let range = last.range.lowerBound..<sentence.range.upperBound
        ledd.append(Section.Ledd(number: last.number, range: range))
      }
    }
    return ledd
  }

  private mutating func append(_ block: Block) {
    var isFirst = true
    if block.kind != .listItem { openLeadIn = nil }
    for range in splitter.sentences(in: block.range) {
      let text = source.string(in: range)
      let startsParagraph = isFirst || (isProvision && endsLine(before: range.lowerBound))
      if leddNumber(at: range) != nil { openLeadIn = nil }
      sentences.append(
        Sentence(range: range, startsParagraph: startsParagraph, leadIn: openLeadIn))
      if text.hasSuffix(":") || introducesList(text, block) { openLeadIn = range }
      isFirst = false
    }
  }

  private func endsLine(before offset: Int) -> Bool {
    var offset = offset
    while offset > 0, source.utf8[offset - 1] == UInt8(ascii: " ") { offset -= 1 }
    return offset == 0 || source.utf8[offset - 1] == UInt8(ascii: "\n")
  }

  /// `LO vil` before a list leads on to it without a colon.
  private func introducesList(_ text: String, _ block: Block) -> Bool {
    guard block.kind == .paragraph, text.utf8.count < 80, let last = text.last else { return false }
    return last.isLetter
  }

  /// `(3)` at the start of a sentence.
  private func leddNumber(at range: Range<Int>) -> Int? {
    guard source.utf8[range.lowerBound] == UInt8(ascii: "(") else { return nil }
    let digits = source.utf8[range].dropFirst().prefix { (0x30...0x39).contains($0) }
    guard (1...2).contains(digits.count), digits.endIndex < range.upperBound,
      source.utf8[digits.endIndex] == UInt8(ascii: ")")
    else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Ledd bear numbers, or are the paragraphs that begin with a capital after a full stop.
  private mutating func numberLedd() {
    let isNumbered = sentences.contains { leddNumber(at: $0.range) == 1 }
    var number = 0
    for index in sentences.indices where sentences[index].startsParagraph {
      let range = sentences[index].range
      if isNumbered {
        sentences[index].startsLedd = leddNumber(at: range)
      } else if index == 0 || (startsWithCapital(range) && endsSentence(sentences[index - 1])) {
        number += 1
        sentences[index].startsLedd = number
      }
    }
  }

  private func startsWithCapital(_ range: Range<Int>) -> Bool {
    source.string(in: range.lowerBound..<min(range.lowerBound + 4, range.upperBound))
      .first?.isUppercase ?? false
  }

  private func endsSentence(_ sentence: Sentence) -> Bool {
    source.utf8[sentence.range.upperBound - 1] == UInt8(ascii: ".")
  }
}
