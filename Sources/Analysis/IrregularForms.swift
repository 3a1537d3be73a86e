/// Joins forms that no stemmer joins: `fikk` is a form of `få`, `went` of `go`.
package enum IrregularForms {
  /// The lemma of a folded word, or the word itself.
  package static func lemma(of word: String, in language: Language) -> String {
    (language.isNorwegian ? norwegian : english)[word] ?? word
  }

  private static let norwegian = lemmas(in: "no")
  private static let english = lemmas(in: "en")

  private static func lemmas(in block: String) -> [String: String] {
    var lemmas: [String: String] = [:]
    for line in WordList.blocks(of: PackageResources.irregular_forms_txt)[block] ?? [] {
      guard let lemma = line.first else { continue }
      for form in line where lemmas[form] == nil { lemmas[form] = lemma }
    }
    return lemmas
  }
}
