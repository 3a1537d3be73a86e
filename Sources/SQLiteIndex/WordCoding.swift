import Foundation
import Retrieval

/// Packs the words of 16 passages into one value, as variable-length numbers (LEB128).
enum WordCoding {
  /// Few, since a question's candidates stand scattered: the first answer after opening an index
  /// unpacks a fifth of what blocks of 256 made it unpack.
  static let passagesPerBlock = 16

  static func encode(_ passages: ArraySlice<PassageWords>) -> Data {
    var bytes: [UInt8] = []
    func append(_ value: UInt32) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7F) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    for passage in passages {
      append(UInt32(passage.codes.count))
      for code in passage.codes { append(code) }
    }
    return Data(bytes)
  }

  /// Nil for data of another form, or with words beyond `wordLimit`.
  static func decode(_ data: Data, wordLimit: Int) -> [PassageWords]? {
    data.withUnsafeBytes { bytes in
      var offset = 0
      func next() -> UInt32? {
        var value: UInt32 = 0
        var shift: UInt32 = 0
        while offset < bytes.count, shift < 32 {
          let byte = bytes[offset]
          offset += 1
          value |= UInt32(byte & 0x7F) << shift
          if byte < 0x80 { return value }
          shift += 7
        }
        return nil
      }
      var passages: [PassageWords] = []
      while offset < bytes.count {
        guard let count = next(), Int(count) <= bytes.count else { return nil }
        var codes: [UInt32] = []
        codes.reserveCapacity(Int(count))
        for _ in 0..<count {
          guard let code = next(), Int(code >> 1) < wordLimit else { return nil }
          codes.append(code)
        }
        passages.append(PassageWords(codes: codes))
      }
      return passages
    }
  }
}
