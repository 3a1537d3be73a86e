/// Why a file's bytes are no text.
package enum DecodingProblem: Error, Equatable {
  case empty
  case binary
}

/// Turns a file's bytes into text: a byte order mark decides, then strict UTF-8, then Windows-1252.
package enum TextDecoding {
  /// The text, and whether bytes that are no text had to be replaced by U+FFFD.
  package struct Result: Equatable, Sendable {
    package var text: SourceText
    package var replacedBytes: Int
  }

  /// Throws `DecodingProblem` for bytes that hold no text.
  package static func decode(_ bytes: [UInt8]) throws(DecodingProblem) -> Result {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try checked(decodeUTF16(bytes))
    }
    guard !bytes.contains(0) else { throw .binary }
    if String(validating: bytes, as: UTF8.self) != nil {
      return try checked(Result(text: SourceText(utf8: bytes), replacedBytes: 0))
    }
    let (sequences, invalid) = multiByteCensus(bytes)
    if sequences > invalid {
      let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
      return try checked(Result(text: SourceText(utf8: repaired), replacedBytes: invalid))
    }
    return try checked(decodeWindows1252(bytes))
  }

  private static func checked(_ result: Result) throws(DecodingProblem) -> Result {
    let text = result.text
    guard !text.trimmed(text.fullRange).isEmpty else { throw .empty }
    let controls = text.utf8.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    guard controls * 50 <= text.utf8.count else { throw .binary }
    return result
  }

  private static func decodeUTF16(_ bytes: [UInt8]) -> Result {
    let littleEndian = bytes[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (low, high) =
        littleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    let text = String(decoding: units, as: UTF16.self)
    let replaced = text.unicodeScalars.count { $0 == "\u{FFFD}" } + (bytes.count % 2)
    return Result(text: SourceText(text), replacedBytes: replaced)
  }

  private static func decodeWindows1252(_ bytes: [UInt8]) -> Result {
    var scalars = String.UnicodeScalarView()
    var replaced = 0
    for byte in bytes {
      if let scalar = windows1252Scalar(byte) {
        scalars.append(scalar)
      } else {
        scalars.append("\u{FFFD}")
        replaced += 1
      }
    }
    return Result(text: SourceText(String(scalars)), replacedBytes: replaced)
  }

  /// Windows-1252 as the WHATWG Encoding Standard has it, five positions unused.
  private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    let upper: [UInt16] = [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
      0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
      0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// How many well-formed multi-byte UTF-8 sequences there are, and how many stray bytes.
  private static func multiByteCensus(_ bytes: [UInt8]) -> (sequences: Int, invalid: Int) {
    var sequences = 0
    var invalid = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = index + length
      let tail = length > 1 && end <= bytes.count ? bytes[(index + 1)..<end] : []
      if length == 1 {
        index += 1
      } else if length > 1, end <= bytes.count, byte < 0xF5, tail.allSatisfy({ $0 & 0xC0 == 0x80 })
      {
        sequences += 1
        index = end
      } else {
        invalid += 1
        index += 1
      }
    }
    return (sequences, invalid)
  }
}
