import Analysis

/// Splits a question that asks several things: "how many days have I, and who decides when?".
///
/// A part ends at a question mark, or where "and" goes on with another question. What is told before
/// the first question belongs to it.
enum QuestionParts {
  /// A question in more parts is taken as a whole.
  private static let limit = 3
  private static let joiners: Set<String> = ["og", "and"]

  /// The parts as they were written, in order; empty for a question in one part.
  static func parts(of question: String) -> [String] {
    let utf8 = Array(question.utf8)
    let words = Tokenizer().tokens(in: utf8, range: 0..<utf8.count).filter { $0.kind != .unit }
    var parts: [ArraySlice<Token>] = []
    var start = 0
    for position in words.indices.dropFirst() {
      let gap = words[position - 1].range.upperBound..<words[position].range.lowerBound
      let isJoiner = joiners.contains(words[position].form) && asks(words[(position + 1)...])
      guard isJoiner || utf8[gap].contains(UInt8(ascii: "?")),
        isQuestion(words[start..<position])
      else { continue }
      parts.append(words[start..<position])
      start = isJoiner ? position + 1 : position
    }
    parts.append(words[start...])
    guard (2...limit).contains(parts.count), parts.allSatisfy(isQuestion) else { return [] }
    return parts.compactMap { part in
      guard let first = part.first, let last = part.last else { return nil }
      return String(decoding: utf8[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
    }
  }

  /// Whether the words ask something, and about something.
  private static func isQuestion(_ words: ArraySlice<Token>) -> Bool {
    words.indices.contains { asks(words[$0...]) } && words.contains { !isFunctionWord($0.form) }
  }

  /// Whether the words begin with a question word, or with a verb and its subject.
  private static func asks(_ words: ArraySlice<Token>) -> Bool {
    let forms = words.prefix(2).map(\.form)
    if DialogueCues.starts(forms, with: .questionWord) { return true }
    guard forms.count == 2, DialogueCues.starts(forms, with: .verb) else { return false }
    return DialogueCues.starts([forms[1]], with: .subject)
      || DialogueCues.starts([forms[1]], with: .pronoun)
  }

  private static func isFunctionWord(_ form: String) -> Bool {
    Language.allCases.contains { FunctionWords.contains(form, in: $0) }
  }
}
