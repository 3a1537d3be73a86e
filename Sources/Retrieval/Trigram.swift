/// Three neighbouring letters within a word, packed into 18 bits.
///
/// Letters a–z, æ, ø, å and digits have codes of their own; other scalars share the rest.
package struct Trigram: Hashable, Sendable {
  /// One more than the largest code.
  package static let codeCount = 1 << 18

  package let code: Int32

  /// Calls `body` with each trigram of a folded word's UTF-8, in order.
  package static func forEach(
    in utf8: some Swift.Collection<UInt8>, _ body: (Trigram) -> Void
  ) {
    var window: Int32 = 0
    var letters = 0
    var lead: UInt8?
    for byte in utf8 {
      let symbol: Int32
      switch byte {
      case 0x61...0x7A: symbol = Int32(byte) - 0x60
      case 0x30...0x39: symbol = Int32(byte) - 0x30 + 30
      case 0xC0...:
        lead = byte
        continue
      case 0x80..<0xC0:
        guard let first = lead else { continue }
        lead = nil
        symbol = Self.symbol(first, byte)
      default: symbol = 63
      }
      window = (window << 6 | symbol) & Int32(codeCount - 1)
      letters += 1
      if letters >= 3 { body(Trigram(code: window)) }
    }
  }

  private static func symbol(_ lead: UInt8, _ tail: UInt8) -> Int32 {
    switch (lead, tail) {
    case (0xC3, 0xA6): 27
    case (0xC3, 0xB8): 28
    case (0xC3, 0xA5): 29
    default: 40 + Int32(lead ^ tail) % 23
    }
  }

  /// The number of trigrams in a word of so many letters.
  package static func count(inWordOfLength letters: Int) -> Int { max(0, letters - 2) }
}
