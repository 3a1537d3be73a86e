/// The words of a collection, as written (folded), with how many passages hold each.
///
/// A word's identifier is its position in byte order.
package struct Lexicon: Sendable, Equatable {
  package let words: PackedStrings
  /// By word identifier.
  package let passageCounts: [Int32]
  /// By trigram code: how many passages hold it; empty for an empty collection.
  package let trigramPassageCounts: [Int32]
  /// Trigrams of all passages together, repetitions counted.
  package let totalTrigrams: Int
  let wordTrigrams: WordTrigrams

  package init(
    words: PackedStrings, passageCounts: [Int32], trigramPassageCounts: [Int32],
    totalTrigrams: Int
  ) {
    self.words = words
    self.passageCounts = passageCounts
    self.trigramPassageCounts = trigramPassageCounts
    self.totalTrigrams = totalTrigrams
    wordTrigrams = WordTrigrams(of: words)
  }

  package func identifier(of word: String) -> WordID? {
    words.position(of: word).map { WordID(rawValue: UInt32($0)) }
  }

  package func word(_ id: WordID) -> String { words.string(at: id.index) }

  package func passageCount(of word: String) -> Int {
    words.position(of: word).map { Int(passageCounts[$0]) } ?? 0
  }
}

/// Identifies a word of a collection's lexicon.
package struct WordID: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }
  package var index: Int { Int(rawValue) }
}

/// The words of one passage in order, heading path first.
package struct PassageWords: Sendable, Equatable {
  /// Each word's identifier shifted left by one; the lowest bit tells that a sentence starts.
  package let codes: [UInt32]

  package init(codes: [UInt32]) { self.codes = codes }
}

/// Gathers the words of passages into a lexicon.
package struct LexiconBuilder {
  private let words: PackedStrings
  private var passageCounts: [Int32]
  private var trigramPassageCounts = [Int32](repeating: 0, count: Trigram.codeCount)
  private var totalTrigrams = 0
  private var identifiers: [String: UInt32] = [:]
  /// How many passages were added, and by word and by trigram the number of the last that held it.
  private var passageNumber: Int32 = 0
  private var lastPassages: [Int32]
  private var lastTrigramPassages = [Int32](repeating: 0, count: Trigram.codeCount)

  /// `words` are all words that will be added.
  package init(words: Set<String>) {
    self.words = PackedStrings(words)
    passageCounts = [Int32](repeating: 0, count: self.words.count)
    lastPassages = passageCounts
    for position in 0..<self.words.count {
      identifiers[self.words.string(at: position)] = UInt32(position)
    }
  }

  /// Adds a passage's words and returns them by identifier.
  package mutating func add(_ passage: [AnalyzedDocument.Word]) -> PassageWords {
    var codes: [UInt32] = []
    codes.reserveCapacity(passage.count)
    passageNumber += 1
    for word in passage {
      guard let id = identifiers[word.form] else {
        preconditionFailure("a word that was not announced")
      }
      codes.append(id << 1 | (word.startsSentence ? 1 : 0))
      if lastPassages[Int(id)] != passageNumber {
        lastPassages[Int(id)] = passageNumber
        passageCounts[Int(id)] += 1
      }
      Trigram.forEach(in: word.form.utf8) { trigram in
        let code = Int(trigram.code)
        totalTrigrams += 1
        guard lastTrigramPassages[code] != passageNumber else { return }
        lastTrigramPassages[code] = passageNumber
        trigramPassageCounts[code] += 1
      }
    }
    return PassageWords(codes: codes)
  }

  package func lexicon() -> Lexicon {
    Lexicon(
      words: words, passageCounts: passageCounts, trigramPassageCounts: trigramPassageCounts,
      totalTrigrams: totalTrigrams)
  }
}
