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

  /// The stems by which the other written form holds a word of either.
  func counterparts(of form: String, stem: String, by analyzer: Analyzer) -> [String] {
    guard let counterpart = bokmål[form] else { return nynorskStems[stem] ?? [] }
    let other = analyzer.stem(counterpart, language: .bokmål)
    return other == stem ? [] : [other]
  }
}
