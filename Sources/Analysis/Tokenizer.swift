/// Splits UTF-8 text into words, numbers and units.
///
/// Words are runs of letters and digits; a hyphen at a line's end joins the two halves of a word.
/// Works on bytes, with a quick path for ASCII: the cost of `Character` is some twenty times that.
package struct Tokenizer: Sendable {
  /// Changes whenever the same text would give other tokens.
  package static let version = 2

  package init() {}

  /// The tokens of a whole string.
  package func tokens(in text: String) -> [Token] {
    let utf8 = Array(text.utf8)
    return tokens(in: utf8, range: 0..<utf8.count)
  }

  /// The tokens of a byte range, in order of their start; a unit follows its last part.
  package func tokens(in utf8: [UInt8], range: Range<Int>) -> [Token] {
    utf8.withUnsafeBufferPointer { buffer in
      var scanner = Scanner(utf8: buffer, position: range.lowerBound, end: range.upperBound)
      return scanner.scan()
    }
  }

  private struct Scanner {
    let utf8: UnsafeBufferPointer<UInt8>
    var position: Int
    let end: Int
    var tokens: [Token] = []
    var word: [UInt8] = []
    var wordStart = 0
    var wordEnd = 0
    var isCapitalized = false
    var hasLetter = false
    /// Where a `§` stands that the next number belongs to.
    var sectionSign: Int?

    mutating func scan() -> [Token] {
      tokens.reserveCapacity((end - position) / 6)
      while position < end {
        let byte = utf8[position]
        switch byte {
        case 0x61...0x7A: append(byte, length: 1)
        case 0x41...0x5A:
          if word.isEmpty { isCapitalized = true }
          append(byte + 0x20, length: 1)
        case 0x30...0x39: appendDigit(byte, length: 1)
        case 0x2D where joinsLines(): break
        case 0x00...0x7F:
          close()
          if !isSpace(byte), !Self.joinsDigits(byte) { sectionSign = nil }
          position += 1
        default: scanWide()
        }
      }
      close()
      return tokens
    }

    /// `,`, `-` and `.` stand inside numbers.
    private static func joinsDigits(_ byte: UInt8) -> Bool { (0x2C...0x2E).contains(byte) }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func append(_ byte: UInt8, length: Int) {
      if word.isEmpty { wordStart = position }
      word.append(byte)
      hasLetter = true
      position += length
      wordEnd = position
    }

    private mutating func appendDigit(_ byte: UInt8, length: Int) {
      if word.isEmpty { wordStart = position }
      word.append(byte)
      position += length
      wordEnd = position
    }

    private mutating func scanWide() {
      let (scalar, length) = decodeScalar()
      if scalar == "§" {
        close()
        sectionSign = position
        position += length
        return
      }
      switch CharacterFolding.fold(scalar) {
      case .letters(let letters):
        if word.isEmpty {
          isCapitalized = scalar.properties.isUppercase
          wordStart = position
        }
        word.append(contentsOf: letters.utf8)
        hasLetter = true
        position += length
        wordEnd = position
      case .digit(let digit): appendDigit(digit, length: length)
      case .ring: combine(["a": "å"], length: length)
      case .diaeresis: combine(["a": "æ", "o": "ø"], length: length)
      case .ignorable:
        position += length
        if !word.isEmpty { wordEnd = position }
      case .separator:
        close()
        if scalar != "\u{A0}" { sectionSign = nil }
        position += length
      }
    }

    private mutating func combine(_ composed: [Character: String], length: Int) {
      position += length
      guard let last = word.last else { return }
      wordEnd = position
      guard let letter = composed[Character(UnicodeScalar(last))] else { return }
      word.removeLast()
      word.append(contentsOf: letter.utf8)
    }

    /// A scalar of two to four bytes; a malformed byte counts as a separator of its own.
    private func decodeScalar() -> (Unicode.Scalar, Int) {
      let lead = utf8[position]
      let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard lead >= 0xC2, lead < 0xF5, position + length <= end else { return ("\u{FFFD}", 1) }
      var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
      for offset in 1..<length {
        let byte = utf8[position + offset]
        guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
        value = value << 6 | UInt32(byte & 0x3F)
      }
      return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Skips `-`, spaces and one line end between two halves of a word in lower case; the hyphen of
    /// `LO-\nfamilien` stays, because its first half is no lower-case word.
    private mutating func joinsLines() -> Bool {
      guard !word.isEmpty, hasLetter, (0x61...0x7A).contains(utf8[position - 1]) else {
        return false
      }
      var next = position + 1
      var sawLineEnd = false
      while next < end, isSpace(utf8[next]) {
        sawLineEnd = sawLineEnd || utf8[next] == 0x0A
        next += 1
      }
      guard sawLineEnd, next < end else { return false }
      let isLower =
        (0x61...0x7A).contains(utf8[next])
        || (utf8[next] == 0xC3 && next + 1 < end && utf8[next + 1] >= 0x9F)
      guard isLower, !startsConjunction(at: next) else { return false }
      position = next
      return true
    }

    /// `nærings- \n og sysselsettingspolitikk` is two words.
    private func startsConjunction(at offset: Int) -> Bool {
      ["og", "eller", "and", "or", "samt"].contains { word in
        let after = offset + word.utf8.count
        return after < end && isSpace(utf8[after])
          && utf8[offset..<after].elementsEqual(word.utf8)
      }
    }

    private mutating func close() {
      guard !word.isEmpty else { return }
      let form = String(decoding: word, as: UTF8.self)
      let isNumber = !hasLetter
      let range = wordStart..<wordEnd
      tokens.append(
        Token(
          form: form, range: range, kind: isNumber ? .number : .word, isCapitalized: isCapitalized))
      if word[0] >= 0x30, word[0] <= 0x39 {
        appendUnit(endingWith: form, range)
      } else {
        sectionSign = nil
      }
      word.removeAll(keepingCapacity: true)
      isCapitalized = false
      hasLetter = false
    }

    /// Joins a number with what it belongs to: `15-3` after `§ 15-`, `5` after `8,`.
    private mutating func appendUnit(endingWith form: String, _ range: Range<Int>) {
      let next = position < end ? utf8[position] : 0
      let continues =
        position + 1 < end && (0x30...0x39).contains(utf8[position + 1])
        && Self.joinsDigits(next)
      if continues { return }
      var start = range.lowerBound
      var parts = [form]
      var index = tokens.count - 2
      while index >= 0, start > 0, tokens[index].kind == .number,
        tokens[index].range.upperBound == start - 1,
        Self.joinsDigits(utf8[start - 1])
      {
        parts.append(String(UnicodeScalar(utf8[start - 1])))
        parts.append(tokens[index].form)
        start = tokens[index].range.lowerBound
        index -= 1
      }
      var unit = parts.reversed().joined()
      if let sign = sectionSign, sign < start {
        unit = "§" + unit + suffixLetter()
        start = sign
      } else if parts.count == 1 {
        return
      }
      sectionSign = nil
      tokens.append(
        Token(form: unit, range: start..<range.upperBound, kind: .unit, isCapitalized: false))
    }

    /// The letter of `§ 14-4 a`, where it stands alone.
    private func suffixLetter() -> String {
      var offset = position
      if offset < end, utf8[offset] == 0x20 { offset += 1 }
      guard offset > position, offset < end, (0x61...0x68).contains(utf8[offset]) else { return "" }
      if offset + 1 < end {
        let next = utf8[offset + 1]
        let isLetter = (0x61...0x7A).contains(next) || next >= 0x80 || (0x30...0x39).contains(next)
        if isLetter { return "" }
      }
      return String(UnicodeScalar(utf8[offset]))
    }
  }
}
