import Analysis

/// Finds the terms that a section of a text defines, and its short forms for something longer:
/// "Med X menes …", "Ved X (Y) forstås …", "I loven menes med: X: …; Y: …" (or "«X» …, «Y» …"),
/// "X defineres som …", "“X” means …", "… (heretter kalt X)", "… (hereinafter called X)", "… (ABC)".
struct TermReader {
  /// Words by their positions.
  struct Found {
    let term: Range<Int>
    /// What a short form stands for.
    var longForm: Range<Int>?
  }

  /// In words: what is longer is no term but a sentence.
  private static let termLimit = 6
  private static let longFormLimit = 10
  /// In words: how far the beginning or end of a term is looked for, the words around it included.
  private static let reach = 12

  /// «med X menes», «ved X forstås».
  private static let passiveVerbs: Set<String> = ["menes", "forstås", "meinast", "meines"]
  /// «med X meiner ein», «ved X forstår denne lov».
  private static let activeVerbs: Set<String> = ["mener", "meiner", "forstår"]
  private static let subjects: Set<String> = ["denne", "ein", "en", "man", "me", "vi"]
  private static let articles: Set<String> = [
    "a", "an", "de", "dei", "den", "det", "ei", "ein", "eit", "en", "et", "the",
  ]
  /// What may stand before a term.
  private static let openings = articles.union([
    "begrepet", "expression", "omgrepet", "ordet", "term", "uttrykket", "word",
  ])
  /// What stands before a long form, but for articles.
  private static let leads: Set<String> = ["are", "between", "er", "is", "mellom"]
  private static let callings: Set<String> = [
    "as", "benevnt", "called", "forkortet", "forkorta", "kalla", "kalles", "kallast", "kalt",
    "nemnd", "nemnt", "nevnt", "omtala", "omtalt", "referred", "som", "to",
  ]

  private let text: SpacedWords
  private let isDefinitions: Bool

  /// `isDefinitions`: whether the section's heading announces definitions.
  init(_ text: SpacedWords, isDefinitions: Bool) {
    self.text = text
    self.isDefinitions = isDefinitions
  }

  func terms() -> [Found] {
    var found: [Found] = []
    var listStart = isDefinitions ? 0 : nil
    for position in text.indices {
      switch text.form(position) {
      case "med", "ved": found += defined(after: position)
      case "means", "defineres", "definert", "definerast", "defined", "mean":
        found += [defined(before: position)].compactMap(\.self)
      case "heretter", "hereinafter", "hereafter", "følgende", "følgjande":
        found += [shortForm(after: position)].compactMap(\.self)
      case let verb where Self.passiveVerbs.contains(verb):
        if listStart == nil, announcesList(position) { listStart = position + 2 }
      default: break
      }
    }
    if let listStart { found += items(from: listStart) }
    return found + AbbreviationReader(text).abbreviations()
  }

  // MARK: Sentences that define

  /// «med X menes», and the other word in «ved X (Y) forstås».
  private func defined(after position: Int) -> [Found] {
    let start = position + 1
    for end in start..<min(start + Self.termLimit + 3, text.words.count) {
      if end > start, isVerb(end) {
        return term(start..<end).map { whole in
          let parts = split(whole)
          return [Found(term: parts[0])]
            + parts.dropFirst().map { Found(term: $0, longForm: parts[0]) }
        } ?? []
      }
      if text.isParted(before: end, by: .sentenceMarks) { return [] }
    }
    return []
  }

  private func isVerb(_ position: Int) -> Bool {
    let verb = text.form(position)
    return Self.passiveVerbs.contains(verb) && text.form(position - 1) != "som"
      || Self.activeVerbs.contains(verb) && Self.subjects.contains(text.form(position + 1))
  }

  /// A term apart from what stands in brackets or after a comma in it.
  private func split(_ range: Range<Int>) -> [Range<Int>] {
    let bracket = range.dropFirst().first { text.isParted(before: $0, by: Set("(".utf8)) }
    let comma = range.dropFirst().first { text.isParted(before: $0, by: Set(",".utf8)) }
    if let comma, comma < bracket ?? range.upperBound { return [range.lowerBound..<comma] }
    return bracket.map { [range.lowerBound..<$0, $0..<range.upperBound] } ?? [range]
  }

  /// «X defineres som», «“X” means».
  private func defined(before position: Int) -> Found? {
    let next = text.form(position + 1)
    switch text.form(position) {
    case "means": break
    case "mean": guard text.form(position - 1) == "shall" else { return nil }
    case "defined": guard next == "as" else { return nil }
    default: guard next == "som" else { return nil }
    }
    var end = position
    while ["er", "is", "are", "blir", "shall", "vert"].contains(text.form(end - 1)) { end -= 1 }
    var start = end
    while start > 0, end - start <= Self.reach,
      !text.isParted(before: start, by: .clauseMarks)
    { start -= 1 }
    return term(start..<end).map { Found(term: $0) }
  }

  /// The range without what may stand before a term; nil if what is left is no term.
  private func term(_ range: Range<Int>, limit: Int = termLimit) -> Range<Int>? {
    let term = range.drop { Self.openings.contains(text.form($0)) }
    guard let first = term.first, let last = term.last, term.count <= limit,
      ![first, last].contains(where: { FunctionWords.contains(text.form($0)) })
    else { return nil }
    return first..<range.upperBound
  }

  // MARK: Lists of definitions

  /// «I denne lov menes med:», but not «hva som menes med X».
  private func announcesList(_ position: Int) -> Bool {
    ["med", "ved"].contains(text.form(position + 1))
      && !["hva", "kva"].contains(text.form(position - 2))
      && text.form(position - 1) != "ikke"
  }

  /// «X: what it is» or «"X" what it is», item after item.
  private func items(from start: Int) -> [Found] {
    (start..<max(start, text.words.count)).compactMap { position in
      if text.mark(after: position) == UInt8(ascii: ":") { return item(endingAt: position, start) }
      return text.opensQuotation(position) ? item(quotedFrom: position, start) : nil
    }
  }

  private func item(endingAt last: Int, _ start: Int) -> Found? {
    var first = last
    while first > start, last - first <= Self.reach,
      !text.isParted(before: first, by: .clauseMarks)
    { first -= 1 }
    return term(first..<last + 1).map { Found(term: $0) }
  }

  /// What is quoted within an item is no term.
  private func item(quotedFrom first: Int, _ start: Int) -> Found? {
    guard
      first == start || text.form(first - 1) == "med"
        || text.isParted(before: first, by: Set(".,;:\n".utf8))
    else { return nil }
    let last = (first..<min(first + Self.termLimit, text.words.count))
      .first(where: text.closesQuotation)
    return last.flatMap { term(first..<$0 + 1) }.map { Found(term: $0) }
  }

  // MARK: Short forms

  /// «… (heretter kalt X)», «… i det følgende X».
  private func shortForm(after position: Int) -> Found? {
    var longEnd = position
    if text.form(position).hasPrefix("følg") {
      guard text.form(position - 2) == "i", text.form(position - 1) == "det" else { return nil }
      longEnd = position - 2
    }
    var start = position + 1
    while Self.callings.contains(text.form(start)) { start += 1 }
    let isApart = text.isParted(before: longEnd, by: Set("(,".utf8))
    guard isApart, start < text.words.count,
      start > position + 1 || text.isParted(before: longEnd, by: Set("(".utf8))
    else { return nil }
    var end = start + 1
    while end < text.words.count, end - start <= Self.reach,
      !text.isParted(before: end, by: .clauseMarks)
    { end += 1 }
    guard let term = term(start..<end) else { return nil }
    return Found(term: term, longForm: longForm(before: longEnd))
  }

  /// The words before a short form, from the article that they begin with.
  private func longForm(before end: Int) -> Range<Int>? {
    var start = end
    while start > 0, end - start < Self.longFormLimit, !Self.leads.contains(text.form(start - 1)),
      start == end || !text.isParted(before: start, by: .clauseMarks)
    { start -= 1 }
    let article = (start..<end).first { $0 > start && Self.articles.contains(text.form($0)) }
    return term((article ?? start)..<end, limit: Self.longFormLimit)
  }
}
