import Foundation
import Retrieval

/// A lexicon as columns of little-endian numbers and one of bytes.
struct LexiconCoding {
  var bytes: Data
  var offsets: Data
  var passageCounts: Data
  /// Pairs of code and count, for the trigrams that occur.
  var trigrams: Data
  var totalTrigrams: Int

  init(bytes: Data, offsets: Data, passageCounts: Data, trigrams: Data, totalTrigrams: Int) {
    self.bytes = bytes
    self.offsets = offsets
    self.passageCounts = passageCounts
    self.trigrams = trigrams
    self.totalTrigrams = totalTrigrams
  }

  init(_ lexicon: Lexicon) {
    bytes = Data(lexicon.words.bytes)
    offsets = lexicon.words.offsets.littleEndianData
    passageCounts = lexicon.passageCounts.littleEndianData
    trigrams =
      lexicon.trigramPassageCounts.enumerated().filter { $0.element > 0 }
      .flatMap { [Int32($0.offset), $0.element] }.littleEndianData
    totalTrigrams = lexicon.totalTrigrams
  }

  /// Nil if the columns don't fit each other.
  var lexicon: Lexicon? {
    let offsets = [UInt32](littleEndianData: offsets)
    let counts = [Int32](littleEndianData: passageCounts)
    let pairs = [Int32](littleEndianData: trigrams)
    let isAscending = zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 }
    guard offsets.first == 0, isAscending, Int(offsets.last ?? 0) == bytes.count,
      counts.count == offsets.count - 1, pairs.count % 2 == 0
    else { return nil }
    var trigramCounts = [Int32](repeating: 0, count: Trigram.codeCount)
    for index in stride(from: 0, to: pairs.count, by: 2) {
      guard trigramCounts.indices.contains(Int(pairs[index])) else { return nil }
      trigramCounts[Int(pairs[index])] = pairs[index + 1]
    }
    return Lexicon(
      words: PackedStrings(bytes: Array(bytes), offsets: offsets), passageCounts: counts,
      trigramPassageCounts: trigramCounts, totalTrigrams: totalTrigrams)
  }
}

extension Array where Element: FixedWidthInteger {
  var littleEndianData: Data {
    map(\.littleEndian).withUnsafeBytes { Data($0) }
  }

  init(littleEndianData data: Data) {
    let count = data.count / MemoryLayout<Element>.size
    self.init(unsafeUninitializedCapacity: count) { numbers, initializedCount in
      // Copied as one piece: by number it takes most of the time that opening an index does.
      data.copyBytes(to: numbers, from: 0..<count * MemoryLayout<Element>.size)
      initializedCount = count
      for index in numbers.indices { numbers[index] = Element(littleEndian: numbers[index]) }
    }
  }
}
