package import Analysis

/// The words that Bokmål and Nynorsk write differently.
package struct WrittenForms: Sendable, Equatable {
  /// Bokmål words by their Nynorsk form: `oppseiing` gives `oppsigelse`.
  package private(set) var bokmål: [String: String] = [:]
  /// The stems of Nynorsk words by their Bokmål counterpart's: `oppsig` gives `oppsei`.
  package private(set) var nynorskStems: [String: [String]] = [:]

  package init(bokmål: [String: String] = [:], nynorskStems: [String: [String]] = [:]) {
    self.bokmål = bokmål
    self.nynorskStems = nynorskStems
  }

  package init(bokmål: [String: String], by analyzer: Analyzer) {
    self.bokmål = bokmål
    var stems: [String: Set<String>] = [:]
    for (form, counterpart) in bokmål where !FunctionWords.contains(counterpart, in: .bokmål) {
      let (own, other) = (
        analyzer.stem(form, language: .nynorsk), analyzer.stem(counterpart, language: .bokmål)
      )
      if own != other { stems[other, default: []].insert(own) }
    }
    nynorskStems = stems.mapValues { $0.sorted() }
  }

  /// The Bokmål word for a Nynorsk one: the list's, or one put together of the list's words for the
  /// parts of a compound (`snikkarverkstad` gives `snekkerverksted`).
  func bokmål(of word: String) -> String? { bokmål[word] ?? compound(of: word) }

  /// The stems by which the other written form holds a word of either.
  func counterparts(of form: String, stem: String, by analyzer: Analyzer) -> [String] {
    guard let counterpart = bokmål(of: form) else { return nynorskStems[stem] ?? [] }
    let other = analyzer.stem(counterpart, language: .bokmål)
    return other == stem ? [] : [other]
  }

  /// The shortest last or first part (bytes) that tells a compound from a word that happens to begin
  /// or end so.
  private static let (lastPart, firstPart) = (5, 6)
  /// The lengths of words (bytes) that may be compounds.
  private static let compoundLengths = 8...50

  private func compound(of word: String) -> String? {
    guard Self.compoundLengths.contains(word.utf8.count), !bokmål.isEmpty else { return nil }
    // The longest last part tells most.
    for cut in word.indices.dropFirst(3) {
      let (first, last) = (String(word[..<cut]), String(word[cut...]))
      guard last.utf8.count >= Self.lastPart else { break }
      if let end = bokmål[last] { return self.first(first) + end }
    }
    for cut in word.indices.dropLast(3).reversed() {
      let first = String(word[..<cut])
      guard first.utf8.count >= Self.firstPart else { return nil }
      if let start = bokmål[first] { return start + word[cut...] }
    }
    return nil
  }

  /// The first part of a compound in Bokmål, with the letter that joins it.
  private func first(_ part: String) -> String {
    if let whole = bokmål(of: part) { return whole }
    if part.last == "s", let bare = bokmål(of: String(part.dropLast())) { return bare + "s" }
    return part
  }
}
