import Analysis
import Foundation

/// Finds what the texts have for compounds that they hardly have: the same with or without an `s`
/// between its parts (`hørselsvern` for `hørselvern`), or, if nothing knows it, the words that it
/// consists of (`ferieavvikling` and `plan` for `ferieavviklingsplan`).
///
/// Of the ways to split a word, the one whose parts the most passages hold by their geometric mean
/// (P. Koehn and K. Knight, "Empirical methods for compound splitting", EACL 2003).
struct CompoundSplitter: Sendable {
  /// How much a compound with another link counts beside the asker's own word (1).
  private static let variantWeight = 0.9
  /// How much all parts together count beside the asker's own word (1).
  private static let partWeight = 0.7
  /// In letters.
  private static let (shortestWord, longestWord) = (8, 50)
  private static let (shortestFirst, shortestLast) = (3, 4)
  private static let partLimit = 3
  /// In how many passages a part must stand.
  private static let leastPassages = 2
  private static let links = ["", "s", "e", "es"]

  private let index: any PassageIndex
  private let known: KnownWords

  init(_ index: any PassageIndex, _ known: KnownWords) {
    self.index = index
    self.known = known
  }

  /// The query with what the texts have for its compounds, but for some words.
  func split(_ query: AnalyzedQuery, except spared: Set<String>) throws -> AnalyzedQuery {
    let analyzer = Analyzer()
    var query = query
    for (position, term) in query.terms.enumerated() where !spared.contains(term.form) {
      if let variant = linkedVariant(of: term) {
        query.terms[position].counterparts.append(
          .init(
            stem: analyzer.stem(variant, language: .bokmål),
            weight: term.weight * Self.variantWeight))
        continue
      }
      guard try isUnknown(term, by: analyzer),
        let split = best(term.form, partLimit: Self.partLimit)
      else {
        continue
      }
      let weight = term.weight * Self.partWeight / Double(split.parts.count).squareRoot()
      query.terms[position].parts = split.parts.map {
        .init(form: $0, stem: analyzer.stem($0, language: .bokmål), weight: weight)
      }
    }
    return query
  }

  /// What the texts rather write, which differs by an `s` between the parts.
  private func linkedVariant(of term: QueryTerm) -> String? {
    guard isLongEnough(term) else { return nil }
    let form = term.form
    let count = index.lexicon.passageCount(of: form)
    let places = form.indices.dropFirst(Self.shortestFirst).dropLast(Self.shortestLast - 1)
    return places.lazy.map { place in
      form[place] == "s"
        ? form[..<place] + form[form.index(after: place)...] : form[..<place] + "s" + form[place...]
    }
    .map(String.init).first { index.lexicon.passageCount(of: $0) > count }
  }

  private func isLongEnough(_ term: QueryTerm) -> Bool {
    let letters = term.form.unicodeScalars.count
    return !term.isFunctionWord && !term.isUnit && letters >= Self.shortestWord
      && letters <= Self.longestWord
  }

  private func isUnknown(_ term: QueryTerm, by analyzer: Analyzer) throws -> Bool {
    try isLongEnough(term) && !known.contains(term.form, by: analyzer)
  }

  private struct Split {
    var parts: [String]
    var logarithms: Double
    var score: Double { logarithms / Double(parts.count) }
  }

  private func best(_ form: String, partLimit: Int) -> Split? {
    var best: Split?
    for cut in form.indices.dropFirst(Self.shortestFirst) {
      let last = String(form[cut...])
      guard last.count >= Self.shortestLast else { break }
      guard let end = part(last) else { continue }
      for link in Self.links where form[..<cut].hasSuffix(link) {
        let first = String(form[..<cut].dropLast(link.count))
        let start =
          part(first) ?? (partLimit > 2 ? self.best(first, partLimit: partLimit - 1) : nil)
        guard let start else { continue }
        let split = Split(
          parts: start.parts + end.parts, logarithms: start.logarithms + end.logarithms)
        if split.score > best?.score ?? -.infinity { best = split }
      }
    }
    return best
  }

  private func part(_ form: String) -> Split? {
    guard form.count >= Self.shortestFirst, !FunctionWords.contains(form) else { return nil }
    let count = index.lexicon.passageCount(of: form)
    guard count >= Self.leastPassages else { return nil }
    return Split(parts: [form], logarithms: log(Double(count)))
  }
}
