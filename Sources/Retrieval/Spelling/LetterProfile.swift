/// Which letters a word holds, once or more often, in 64 bits: words whose profiles differ in more
/// than 2 × d bits are more than d edits apart.
struct LetterProfile: Sendable, Equatable {
  /// Two bits a letter: whether it occurs, and whether it occurs again.
  let bits: UInt64

  /// The profile of a folded word's UTF-8; letters other than a–z, æ, ø, å share three places.
  init(_ utf8: some Swift.Collection<UInt8>) {
    var bits: UInt64 = 0
    var lead: UInt8 = 0
    for byte in utf8 {
      switch byte {
      case 0x61...0x7A: Self.add(Int(byte) - 0x61, to: &bits)
      case 0xC3: lead = byte
      case 0x80..<0xC0:
        if lead == 0xC3 { Self.add(Self.place(ofTail: byte), to: &bits) }
        lead = 0
      default: Self.add(29 + Int(byte % 3), to: &bits)
      }
    }
    self.bits = bits
  }

  /// The most bits by which words so many edits apart can differ.
  static func bitLimit(forDistance distance: Int) -> Int { 2 * distance }

  func difference(from other: LetterProfile) -> Int { (bits ^ other.bits).nonzeroBitCount }

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
