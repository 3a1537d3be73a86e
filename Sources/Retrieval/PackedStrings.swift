/// Sorted, distinct strings in one buffer: quick to load, searched by bisection.
package struct PackedStrings: Sendable, Equatable {
  package let bytes: [UInt8]
  /// Where each string begins, and at the end the total length.
  package let offsets: [UInt32]

  package init(bytes: [UInt8], offsets: [UInt32]) {
    self.bytes = bytes
    self.offsets = offsets.isEmpty ? [0] : offsets
  }

  /// Packs strings in byte order.
  package init(_ strings: some Sequence<String>) {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    for string in strings.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      bytes.append(contentsOf: string.utf8)
      offsets.append(UInt32(bytes.count))
    }
    self.init(bytes: bytes, offsets: offsets)
  }

  package var count: Int { offsets.count - 1 }

  package func utf8(at position: Int) -> ArraySlice<UInt8> {
    bytes[Int(offsets[position])..<Int(offsets[position + 1])]
  }

  package func string(at position: Int) -> String {
    String(decoding: utf8(at: position), as: UTF8.self)
  }

  /// The position of a string, or nil.
  package func position(of string: String) -> Int? {
    var string = string
    return string.withUTF8 { wanted in
      bytes.withUnsafeBufferPointer { bytes in
        var low = 0
        var high = count
        while low < high {
          let middle = (low + high) / 2
          let found = bytes[Int(offsets[middle])..<Int(offsets[middle + 1])]
          switch Self.order(of: found, wanted) {
          case 0: return middle
          case ..<0: low = middle + 1
          default: high = middle
          }
        }
        return nil
      }
    }
  }

  /// Below 0 if the first comes first in byte order, 0 if they are the same. The library's own
  /// comparison of sequences takes several times as long.
  private static func order(
    of first: Slice<UnsafeBufferPointer<UInt8>>, _ second: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let start = first.startIndex
    for index in 0..<min(first.count, second.count) where first[start + index] != second[index] {
      return Int(first[start + index]) - Int(second[index])
    }
    return first.count - second.count
  }
}
