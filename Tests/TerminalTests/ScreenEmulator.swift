import Rendering

/// What a terminal would show for the bytes that a program writes: enough of xterm for line
/// editing and plain output. Sequences that it doesn't know are noted.
struct ScreenEmulator {
  private(set) var columns: Int
  private(set) var rows: Int
  private(set) var unknownSequences: [String] = []
  /// Text by text that was made a link, with its address.
  private(set) var links: [String] = []

  private var cells: [[Character]]
  private var row = 0
  private var column = 0
  private var isInserting = false
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.empty(columns, rows)
  }

  private static func empty(_ columns: Int, _ rows: Int) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The lines from the top, without spaces at their ends.
  var lines: [String] {
    cells.map { line in
      var text = String(line.filter { $0 != Self.covered })
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The lines without the empty ones at the bottom.
  var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Whether the last line is a prompt with nothing typed, and the cursor is behind it.
  var isAtPrompt: Bool {
    lines[row] == ">" && column == 2 && lines[(row + 1)...].allSatisfy(\.isEmpty)
  }

  /// The line that the cursor is in.
  var currentLine: String { lines[row] }

  mutating func resize(columns: Int, rows: Int) {
    let kept = lines
    self.columns = columns
    self.rows = rows
    cells = Self.empty(columns, rows)
    let first = max(0, row - rows + 1)
    for (position, line) in kept.dropFirst(first).prefix(rows).enumerated() {
      for (offset, character) in line.prefix(columns).enumerated() {
        cells[position][offset] = character
      }
    }
    row -= first
    column = min(column, columns - 1)
  }

  mutating func show(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    while let length = firstLength() {
      let unit = Array(pending[..<length])
      pending.removeFirst(length)
      act(on: unit)
    }
  }

  // MARK: Units

  /// The length of the first whole character or sequence; nil where more bytes are needed.
  private func firstLength() -> Int? {
    guard let first = pending.first else { return nil }
    guard first == 0x1B else {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      return pending.count >= length ? length : nil
    }
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["):
      return pending.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }.map { $0 + 1 }
    case UInt8(ascii: "]"):
      if let bell = pending.firstIndex(of: 0x07) { return bell + 1 }
      return pending.indices.dropLast().first { pending[$0] == 0x1B && pending[$0 + 1] == 0x5C }
        .map { $0 + 2 }
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "#"):
      return pending.count > 2 ? 3 : nil
    default: return 2
    }
  }

  private mutating func act(on unit: [UInt8]) {
    switch unit[0] {
    case 0x1B: sequence(unit)
    case UInt8(ascii: "\r"): column = 0
    case UInt8(ascii: "\n"): lineFeed()
    case 0x08: column = max(0, min(column, columns - 1) - 1)
    case UInt8(ascii: "\t"): column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x07, 0x00: break
    case 0x00..<0x20: unknownSequences.append("\(unit)")
    default: String(decoding: unit, as: UTF8.self).forEach { put($0) }
    }
  }

  private mutating func put(_ character: Character) {
    let width = String(character).displayWidth
    if column + width > columns {
      column = 0
      lineFeed()
    }
    if isInserting { shift(by: width) }
    for offset in 0..<width { cells[row][column + offset] = offset == 0 ? character : Self.covered }
    column += width
  }

  /// The second cell of a wide letter.
  private static let covered: Character = "\0"

  private mutating func lineFeed() {
    guard row == rows - 1 else {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: " ", count: columns))
  }

  private mutating func sequence(_ unit: [UInt8]) {
    let text = String(decoding: unit.dropFirst(2), as: UTF8.self)
    switch unit[1] {
    case UInt8(ascii: "["): control(text)
    case UInt8(ascii: "]"):
      if text.hasPrefix("8;") { links.append(text) } else { unknownSequences.append(text) }
    case UInt8(ascii: "M"): row = max(0, row - 1)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "="), UInt8(ascii: ">"): break
    default: unknownSequences.append(String(decoding: unit, as: UTF8.self))
    }
  }

  private mutating func control(_ text: String) {
    guard let final = text.last else { return }
    let numbers = text.dropLast().split(separator: ";").compactMap { Int($0) }
    let count = max(1, numbers.first ?? 1)
    column = min(column, columns - 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "d": row = min(rows, count) - 1
    case "H", "f":
      row = min(rows, count) - 1
      column = min(columns, numbers.count > 1 ? max(1, numbers[1]) : 1) - 1
    case "J": erase(numbers.first ?? 0, lines: true)
    case "K": erase(numbers.first ?? 0, lines: false)
    case "P": shift(by: -count)
    case "@": shift(by: count)
    case "h" where text == "4h": isInserting = true
    case "l" where text == "4l": isInserting = false
    case "m", "h", "l": break
    default: unknownSequences.append(text)
    }
  }

  private mutating func erase(_ part: Int, lines: Bool) {
    let blank = Array(repeating: Character(" "), count: columns)
    if part == 2, lines {
      cells = Self.empty(columns, rows)
      return
    }
    let range = part == 0 ? column..<columns : part == 1 ? 0..<(column + 1) : 0..<columns
    for position in range { cells[row][position] = " " }
    guard lines else { return }
    for other in part == 0 ? (row + 1)..<max(rows, row + 1) : 0..<row { cells[other] = blank }
  }

  private mutating func shift(by count: Int) {
    var line = cells[row]
    for _ in 0..<min(abs(count), columns) {
      if count < 0 {
        line.remove(at: column)
        line.append(" ")
      } else {
        line.insert(" ", at: column)
        line.removeLast()
      }
    }
    cells[row] = line
  }
}
