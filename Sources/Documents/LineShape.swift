/// What the look of one line says about its part in a text, without its neighbours.
struct LineShape {
  let range: Range<Int>
  let text: String
  /// In Unicode scalars, without white space at the ends.
  let length: Int
  /// Width of the line including its indentation, in scalars.
  let width: Int
  let firstWordLength: Int

  init(_ line: Range<Int>, in source: SourceText) {
    range = source.trimmed(line)
    text = source.string(in: range)
    length = text.unicodeScalars.count
    width = length + (range.lowerBound - line.lowerBound)
    firstWordLength = text.unicodeScalars.prefix { !$0.properties.isWhitespace }.count
  }

  /// Whether the line holds no letter or digit.
  var isBlank: Bool {
    !text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  var wordCount: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// Whether the line begins with a bullet (`-`, `*`, `+`, `•`, `–`, `▪`, `o`) and a space.
  var isBulleted: Bool {
    guard let first = text.unicodeScalars.first, "-*+•–▪●◦·".unicodeScalars.contains(first) else {
      return false
    }
    return text.unicodeScalars.dropFirst().first?.properties.isWhitespace ?? false
  }

  /// Whether the line begins with `1)`, `(1)`, `a)`, `a.`, `iv)` or the like.
  var isEnumerated: Bool {
    let label = text.prefix { !$0.isWhitespace }
    guard label.utf8.count <= 6, label.utf8.count < text.utf8.count else { return false }
    let core = label.drop { $0 == "(" }
    guard let last = core.last, last == ")" || last == "." else { return false }
    let name = core.dropLast()
    let isNumber = !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isNumber }
    let isLetter = name.count == 1 && name.allSatisfy { $0.isASCII && $0.isLowercase }
    let isRoman = !name.isEmpty && last == ")" && name.allSatisfy { "ivx".contains($0) }
    return isNumber || isLetter || isRoman
  }

  /// The parts of the number that a line such as `2.1 Lokalt arbeid` begins with.
  var headingNumber: [Int]? {
    let label = text.prefix { !$0.isWhitespace }
    let parts = label.split(separator: ".", omittingEmptySubsequences: true)
    let numbers = parts.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard !numbers.isEmpty, numbers.count == parts.count,
      label.allSatisfy({ $0 == "." || ($0.isASCII && $0.isNumber) })
    else { return nil }
    let title = text.dropFirst(label.count).drop { $0.isWhitespace }
    guard let first = title.first, first.isUppercase else { return nil }
    return numbers
  }

  /// Whether the last character ends a sentence or leads on to what follows.
  var endsWithPunctuation: Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ".,;:!-–(…".unicodeScalars.contains(last)
  }

  var endsSentence: Bool {
    guard let last = text.unicodeScalars.last else { return false }
    return ".!?:…".unicodeScalars.contains(last)
  }

  /// The level and title of a Markdown heading such as `## Ferie`.
  var markdownHeading: (level: Int, title: String)? {
    let marks = text.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    let rest = text.dropFirst(marks)
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    var title = rest.drop { $0.isWhitespace }
    while let last = title.last, last == "#" || last.isWhitespace { title = title.dropLast() }
    return (marks, String(title).withoutEmphasis)
  }

  /// `§ 4-6. Vern`, not `§ 4-6 gjelder tilsvarende`: a title begins with a capital.
  private var isProvisionHeading: Bool {
    guard text.hasPrefix("§"), wordCount <= 24, ProvisionLabel(heading: text) != nil else {
      return false
    }
    let title = text.split(whereSeparator: \.isWhitespace).first { word in
      word.count(where: \.isLetter) > 1 && !word.contains(where: \.isNumber)
    }
    return title?.first?.isLowercase != true
  }

  /// The level of a statute's heading such as `Kapittel 4. Arbeidsmiljøet` or `§ 4-6. Vern`.
  var statuteLevel: Int? {
    if isProvisionHeading { return 5 }
    guard wordCount <= 16, !endsWithPunctuation || text.hasSuffix(".") else { return nil }
    let words = text.split(separator: " ").prefix(2)
    guard words.count == 2, let name = words.first?.lowercased() else { return nil }
    let number = words[1].drop { $0 == "." }.prefix { $0 != "." && $0 != ":" }
    let isNumber = !number.isEmpty && number.allSatisfy { $0.isNumber || "IVXLC".contains($0) }
    switch name {
    case "kapittel", "kap", "kap.", "chapter": return isNumber ? 4 : nil
    case "del", "part": return isNumber ? 3 : nil
    default: return nil
    }
  }
}

extension String {
  /// The text without Markdown's emphasis marks around it.
  var withoutEmphasis: String {
    var text = self[...]
    for mark in ["**", "__", "*", "_"] {
      while text.count > 2 * mark.count, text.hasPrefix(mark), text.hasSuffix(mark) {
        text = text.dropFirst(mark.count).dropLast(mark.count)
      }
    }
    return String(text)
  }
}
