/// How long a word is and which letters it holds, once or more often: a quick sign that two words
/// are more than a few edits apart.
struct LetterProfile: Sendable, Equatable {
  /// Two bits a letter: whether it occurs, and whether it occurs again.
  private let bits: UInt64
  private let length: Int32

  /// The profile of a folded word's UTF-8; letters other than a–z, æ, ø, å share three places.
  init(_ utf8: some Swift.Collection<UInt8>) {
    var bits: UInt64 = 0
    var length: Int32 = 0
    var lead: UInt8 = 0
    for byte in utf8 {
      // A letter of several bytes is counted at its first, or at its second after 0xC3.
      if byte & 0xC0 != 0x80 { length += 1 }
      switch byte {
      case 0x61...0x7A: Self.add(Int(byte) - 0x61, to: &bits)
      case 0xC3: break
      case 0x80..<0xC0: if lead == 0xC3 { Self.add(Self.place(ofTail: byte), to: &bits) }
      default: Self.add(29 + Int(byte % 3), to: &bits)
      }
      lead = byte
    }
    self.bits = bits
    self.length = length
  }

  /// Whether words with these profiles may be so few edits apart: an edit changes the length by one
  /// at most, and two bits at most.
  func mayBe(within distance: Int, of other: LetterProfile) -> Bool {
    abs(length - other.length) <= distance
      && (bits ^ other.bits).nonzeroBitCount <= 2 * distance
  }

  private static func place(ofTail byte: UInt8) -> Int {
    switch byte {
    case 0xA6: 26
    case 0xB8: 27
    case 0xA5: 28
    default: 29 + Int(byte % 3)
    }
  }

  private static func add(_ place: Int, to bits: inout UInt64) {
    let first: UInt64 = 1 << UInt64(2 * place)
    bits |= bits & first == 0 ? first : first << 1
  }
}
