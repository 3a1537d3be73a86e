/// The position of a passage in an index, from 0; documents are in byte order of their ids.
package struct PassageOrdinal: RawRepresentable, Hashable, Sendable, Comparable {
  package let rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }
  package init(_ value: Int) { rawValue = Int32(value) }

  package var index: Int { Int(rawValue) }

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
