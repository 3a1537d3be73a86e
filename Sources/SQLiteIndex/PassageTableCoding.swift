import Foundation
import Analysis
import Retrieval

/// Packs a passage table into one value: for each passage length and document (32 bits each, low
/// byte first) and language (8 bits).
enum PassageTableCoding {
  private static let stride = 9

  static func encode(_ table: PassageTable) -> Data {
    var data = Data(capacity: table.count * stride)
    for passage in 0..<table.count {
      for value in [table.lengths[passage], table.documents[passage]] {
        withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) }
      }
      data.append(UInt8(Language.allCases.firstIndex(of: table.languages[passage]) ?? 0))
    }
    return data
  }

  /// Nil for data of another form.
  static func decode(_ data: Data) -> PassageTable? {
    guard data.count % stride == 0 else { return nil }
    var table = PassageTable()
    return data.withUnsafeBytes { bytes in
      for offset in Swift.stride(from: 0, to: bytes.count, by: stride) {
        let language = Int(bytes[offset + 8])
        guard language < Language.allCases.count else { return nil }
        table.append(
          length: Int(
            Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))),
          document: Int(
            Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: Int32.self))),
          language: Language.allCases[language])
      }
      return table
    }
  }
}
