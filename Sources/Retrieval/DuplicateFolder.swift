import Analysis
import Documents

/// A passage to show, with those that say the same and were ranked below it.
struct FoldedPassage {
  let ranked: RankedPassage
  let passage: IndexedPassage
  var others: [IndexedPassage] = []
}

/// Folds near duplicates under the best-ranked of them, so that an answer says each thing once.
///
/// Passages are near duplicates if they overlap by half in one section, or stand in two documents
/// and share four fifths of their word triples and every number: two rates are two rules.
struct DuplicateFolder {
  /// Of the shorter passage's bytes.
  static let overlapShare = 0.5
  /// Of the longer passage's triples.
  static let tripleShare = 0.8

  let index: any PassageIndex

  /// The best `limit` passages that aren't folded, in the given order.
  func fold(_ ranked: [RankedPassage], limit: Int) throws -> [FoldedPassage] {
    var folded: [FoldedPassage] = []
    var wordings: [Wording] = []
    for item in ranked where folded.count < limit {
      let passage = try index.passage(at: item.ordinal)
      let wording = try Wording(index.words(of: item.ordinal), in: index.lexicon)
      let same = folded.indices.first { position in
        let other = folded[position].passage
        return passage.overlaps(other)
          || passage.document != other.document && wording.matches(wordings[position])
      }
      if let same {
        folded[same].others.append(passage)
      } else {
        folded.append(FoldedPassage(ranked: item, passage: passage))
        wordings.append(wording)
      }
    }
    return folded
  }
}

extension IndexedPassage {
  /// Whether two passages of one section have half of their text in common.
  fileprivate func overlaps(_ other: IndexedPassage) -> Bool {
    guard document == other.document, passage.section == other.passage.section else { return false }
    let common = passage.range.clamped(to: other.passage.range).count
    let shorter = min(passage.range.count, other.passage.range.count)
    return Double(common) >= DuplicateFolder.overlapShare * Double(shorter)
  }
}

/// What a passage says, without its headings.
private struct Wording {
  /// Identifiers of neighbouring words in one number each; words beyond 2 million share numbers.
  private typealias Triple = UInt64

  private let words: [UInt32]
  /// Sorted, each once.
  private let triples: [Triple]
  private let lexicon: Lexicon

  /// Headings come first and start no sentence.
  init(_ passage: PassageWords, in lexicon: Lexicon) {
    self.lexicon = lexicon
    words = passage.codes.drop { $0 & 1 == 0 }.map { $0 >> 1 }
    let sorted = zip(words, zip(words.dropFirst(), words.dropFirst(2))).map {
      Triple($0) << 42 ^ Triple($1.0) << 21 ^ Triple($1.1)
    }
    .sorted()
    var distinct: [Triple] = []
    for triple in sorted where triple != distinct.last { distinct.append(triple) }
    triples = distinct
  }

  func matches(_ other: Wording) -> Bool {
    if words == other.words { return !words.isEmpty }
    let longer = max(triples.count, other.triples.count)
    let needed = DuplicateFolder.tripleShare * Double(longer)
    guard longer > 0, Double(min(triples.count, other.triples.count)) >= needed,
      Double(sharedCount(with: other)) >= needed
    else { return false }
    return numbers == other.numbers
  }

  /// How many triples both hold.
  private func sharedCount(with other: Wording) -> Int {
    var shared = 0
    var position = 0
    for triple in triples {
      while position < other.triples.count, other.triples[position] < triple { position += 1 }
      if position < other.triples.count, other.triples[position] == triple { shared += 1 }
    }
    return shared
  }

  private var numbers: [UInt32] {
    words.filter { word in
      lexicon.words.utf8(at: Int(word)).contains { (0x30...0x39).contains($0) }
    }
  }
}
