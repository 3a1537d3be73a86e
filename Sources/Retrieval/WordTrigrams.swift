/// The words of a lexicon by the trigrams in them.
struct WordTrigrams: Sendable, Equatable {
  /// How many trigrams each word has, at most 255.
  let counts: [UInt8]
  /// Word identifiers by trigram, ascending; a word that has a trigram twice stands there twice.
  private let words: [UInt32]
  /// By trigram code: where its words begin, and at the end their total count.
  private let offsets: [UInt32]

  init(of lexicon: PackedStrings) {
    var counts = [UInt8](repeating: 0, count: lexicon.count)
    var offsets = [UInt32](repeating: 0, count: Trigram.codeCount + 1)
    for word in 0..<lexicon.count {
      Trigram.forEach(in: lexicon.utf8(at: word)) { trigram in
        guard counts[word] < .max else { return }
        counts[word] += 1
        offsets[Int(trigram.code) + 1] += 1
      }
    }
    for code in 0..<Trigram.codeCount { offsets[code + 1] += offsets[code] }
    var next = offsets
    var words = [UInt32](repeating: 0, count: Int(offsets[Trigram.codeCount]))
    for word in 0..<lexicon.count {
      var added: UInt8 = 0
      Trigram.forEach(in: lexicon.utf8(at: word)) { trigram in
        guard added < .max else { return }
        added += 1
        words[Int(next[Int(trigram.code)])] = UInt32(word)
        next[Int(trigram.code)] += 1
      }
    }
    self.counts = counts
    self.words = words
    self.offsets = offsets
  }

  func words(with trigram: Trigram) -> ArraySlice<UInt32> {
    words[Int(offsets[Int(trigram.code)])..<Int(offsets[Int(trigram.code) + 1])]
  }
}
