package import Analysis
import Documents
import Rendering

/// The fixed texts of a session, in the reader's language.
package struct ChatText: Sendable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// What answers are worded with everywhere.
  var answers: InterfaceText { InterfaceText(language) }

  func quoted(_ text: String) -> String { choose("«\(text)»", "«\(text)»", "“\(text)”") }

  func scope(_ label: String) -> String {
    choose("Bare i: \(label)", "Berre i: \(label)", "Only in: \(label)")
  }

  func asOf(_ date: String) -> String {
    choose("Slik det var \(date)", "Slik det var \(date)", "As of \(date)")
  }

  var hint: String {
    choose(
      "Åpne et treff: skriv nummeret. Alt annet: /hjelp",
      "Opna eit treff: skriv nummeret. Alt anna: /hjelp",
      "Open a passage: type its number. All else: /help")
  }

  var hintWithLetters: String {
    choose(
      "Åpne et treff: skriv nummeret eller bokstaven. Alt annet: /hjelp",
      "Opna eit treff: skriv nummeret eller bokstaven. Alt anna: /hjelp",
      "Open a passage: type its number or letter. All else: /help")
  }

  /// What a pager can be told, for those who don't know it.
  var pagerHint: String {
    choose(
      "mellomrom: videre, q: ut", "mellomrom: vidare, q: ut", "space: on, q: leave")
  }

  func relation(_ relation: LinkLetters.Relation) -> String {
    switch relation {
    case .refersTo: answers.refersTo
    case .citedBy: answers.citedBy
    case .alsoIn: answers.alsoIn
    }
  }

  func takeChoice(_ label: String) -> String {
    CommandName.only.usage(in: language).split(separator: " ")[0] + " " + label
  }

  // Labels for screen readers.
  func passageLabel(_ number: Int) -> String {
    choose("Treff \(number).", "Treff \(number).", "Passage \(number).")
  }
  var quoteLabel: String { choose("Sitat:", "Sitat:", "Quote:") }
  var contextLabel: String { choose("Rundt sitatet:", "Rundt sitatet:", "Around the quote:") }
  var sourceLabel: String { choose("Kilde:", "Kjelde:", "Source:") }

  func choose(_ bokmål: String, _ nynorsk: String, _ english: String) -> String {
    language.choose(bokmål, nynorsk, english)
  }
}
