/// A day of the calendar as metadata writes it: `2024-07-01`.
package struct PolicyDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that doesn't exist.
  package init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Nil for anything but a day that exists, as year, month and day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads metadata, where a year or a month may stand for its first or its last day.
  init?(metadata text: String, isEnd: Bool) {
    let written = String(text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") })
    switch written.utf8.count {
    case 4: self.init(written + (isEnd ? "-12-31" : "-01-01"))
    case 7:
      guard let first = PolicyDate(written + "-01") else { return nil }
      self = first
      if isEnd { self.init("\(written)-\(Self.days(in: first.month, of: first.year))") }
    default: self.init(written)
    }
  }

  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
