/// A day, as texts' metadata writes it: `2024-07-01`.
package struct CalendarDate: Sendable, Equatable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads `2024-07-01`, `1.7.2024` or `2024`, which is its last day; nil for anything else and for
  /// days that don't exist.
  package init?(_ text: String) {
    guard text.utf8.count <= 10 else { return nil }
    let isNorwegian = text.contains(".")
    let parts = text.split(separator: isNorwegian ? "." : "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isASCIIDigit) ? Int(part) : nil }
    guard numbers.count == parts.count else { return nil }
    switch numbers.count {
    case 1 where text.count == 4: self.init(year: numbers[0], month: 12, day: 31)
    case 3 where isNorwegian: self.init(year: numbers[2], month: numbers[1], day: numbers[0])
    case 3: self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    default: return nil
    }
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1600...2999).contains(year), (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var description: String {
    "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
