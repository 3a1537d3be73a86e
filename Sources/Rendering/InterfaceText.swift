package import Analysis
package import Retrieval

/// The fixed texts of the interface, in the reader's language.
package struct InterfaceText: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  package var notFound: String {
    choose(
      "Tekstene her svarer ikke på dette.", "Tekstane her svarar ikkje på dette.",
      "The texts here do not answer this.")
  }

  package func unknownWords(_ words: [String]) -> String {
    let list = words.joined(separator: ", ")
    return choose(
      "Ingenting her om: \(list).", "Ingenting her om: \(list).", "Nothing here about: \(list).")
  }

  package var uncertain: String {
    choose(
      "Usikkert treff: les hele avsnittet før du bruker det.",
      "Usikkert treff: les heile avsnittet før du bruker det.",
      "Uncertain match: read the whole passage before you rely on it.")
  }

  package func date(_ date: String) -> String {
    choose("per \(date)", "per \(date)", "as of \(date)")
  }

  package func line(_ number: Int) -> String {
    choose("linje \(number)", "linje \(number)", "line \(number)")
  }

  package func page(_ number: Int) -> String {
    choose("side \(number)", "side \(number)", "page \(number)")
  }

  /// Nil for a text in force.
  package func standing(_ standing: Standing) -> String? {
    switch standing {
    case .inForce: nil
    case .notYetInForce(let on, let from):
      choose(
        "Ikke i kraft per \(on) (gjelder fra \(from)).",
        "Ikkje i kraft per \(on) (gjeld frå \(from)).",
        "Not in force as of \(on) (applies from \(from)).")
    case .noLongerInForce(let on, let to):
      choose(
        "Ikke i kraft per \(on) (gjaldt til \(to)).",
        "Ikkje i kraft per \(on) (gjaldt til \(to)).",
        "Not in force as of \(on) (applied until \(to)).")
    case .superseded(let name):
      choose("Erstattet av \(name).", "Erstatta av \(name).", "Superseded by \(name).")
    }
  }

  package var shortened: String {
    choose(
      "Spørsmålet var for langt; bare de første 1000 tegnene er brukt.",
      "Spørsmålet var for langt; berre dei første 1000 teikna er brukte.",
      "The question was too long; only its first 1000 characters were used.")
  }

  func choose(_ bokmål: String, _ nynorsk: String, _ english: String) -> String {
    switch language {
    case .bokmål: bokmål
    case .nynorsk: nynorsk
    case .english: english
    }
  }
}
