/// The trigrams of every word of a lexicon, in one buffer.
struct WordTrigrams: Sendable, Equatable {
  let codes: [Int32]
  /// Where each word's trigrams begin, and at the end the total count.
  private let offsets: [UInt32]

  init(of words: PackedStrings) {
    var codes: [Int32] = []
    var offsets: [UInt32] = [0]
    codes.reserveCapacity(words.bytes.count)
    offsets.reserveCapacity(words.count + 1)
    for position in 0..<words.count {
      Trigram.forEach(in: words.utf8(at: position)) { codes.append($0.code) }
      offsets.append(UInt32(codes.count))
    }
    self.codes = codes
    self.offsets = offsets
  }

  /// Where in `codes` a word's trigrams are.
  func range(of word: UInt32) -> Range<Int> {
    Int(offsets[Int(word)])..<Int(offsets[Int(word) + 1])
  }
}
