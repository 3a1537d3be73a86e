package import Analysis

/// The commands of a session, by what they do.
package enum CommandName: String, Sendable, CaseIterable {
  case help, open, more, document, sources, why, language, only, all, asOf, new, drop, copy, save
  case feedback, history, quit

  /// Every name that is understood, without its slash, the English one first.
  package var names: [String] {
    switch self {
    case .help: ["help", "hjelp", "?"]
    case .open: ["open", "åpne", "opne", "apne", "o"]
    case .more: ["more", "mer", "meir"]
    case .document: ["doc", "dok", "dokument", "document"]
    case .sources: ["sources", "kilder", "kjelder"]
    case .why: ["why", "hvorfor", "kvifor"]
    case .language: ["lang", "språk", "sprak", "language"]
    case .only: ["only", "bare", "berre", "kun"]
    case .all: ["all", "alle"]
    case .asOf: ["as-of", "per", "dato", "asof"]
    case .new: ["new", "ny"]
    case .drop: ["drop", "dropp"]
    case .copy: ["copy", "kopier"]
    case .save: ["save", "lagre"]
    case .feedback: ["feedback", "vurder", "tilbakemelding"]
    case .history: ["history", "historikk"]
    case .quit: ["quit", "avslutt", "exit", "slutt", "q"]
    }
  }

  /// The name in a language.
  package func name(in language: Language) -> String {
    switch language {
    case .english: names[0]
    case .bokmål: names[1]
    case .nynorsk:
      switch self {
      case .open, .more, .sources, .why, .only: names[2]
      default: names[1]
      }
    }
  }

  /// The command as it is written, with what follows it: `/open N`.
  package func usage(in language: Language) -> String {
    let argument = argument.map { " " + language.choose($0.nb, $0.nn, $0.en) } ?? ""
    return "/" + name(in: language) + argument
  }

  private var argument: (nb: String, nn: String, en: String)? {
    switch self {
    case .help, .more, .all, .new, .quit: nil
    case .open, .document, .why, .copy: ("N", "N", "N")
    case .sources: ("[ORD]", "[ORD]", "[WORD]")
    case .language: ("nb|nn|en", "nb|nn|en", "nb|nn|en")
    case .only: ("TEKST", "TEKST", "TEXT")
    case .asOf: ("DATO", "DATO", "DATE")
    case .drop: ("ORD", "ORD", "WORD")
    case .save: ("FIL.md|.html", "FIL.md|.html", "FILE.md|.html")
    case .feedback: ("+ | - [N]", "+ | - [N]", "+ | - [N]")
    case .history: ("på|av", "på|av", "on|off")
    }
  }

  /// What the command does, in one line.
  package func purpose(in language: Language) -> String {
    let text: (nb: String, nn: String, en: String) =
      switch self {
      case .help: ("denne oversikten", "denne oversikta", "this overview")
      case .open:
        (
          "vis et treff i sin sammenheng (eller bare skriv nummeret)",
          "vis eit treff i samanhengen sin (eller berre skriv nummeret)",
          "show a passage in its section (or just type its number)"
        )
      case .more:
        (
          "mer av teksten rundt det åpne", "meir av teksten rundt det opne",
          "more of the text around what is open"
        )
      case .document:
        ("hele teksten som treffet står i", "heile teksten treffet står i", "the whole document")
      case .sources:
        (
          "hvilke tekster som blir spurt, med dato", "kva tekstar som blir spurde, med dato",
          "which texts are asked, with dates"
        )
      case .why:
        ("hvorfor treffet ble funnet", "kvifor treffet vart funne", "why a passage was found")
      case .language: ("språket på skjermen", "språket på skjermen", "the language of the screen")
      case .only:
        (
          "spør bare én tekst (navn eller nummer)", "spør berre éin tekst (namn eller nummer)",
          "ask one text only (name or number)"
        )
      case .all: ("spør alle tekstene igjen", "spør alle tekstane igjen", "ask all texts again")
      case .asOf:
        (
          "hva gjaldt på en dato; uten dato: i dag", "kva galdt på ein dato; utan dato: i dag",
          "what was in force on a date; without one: now"
        )
      case .new:
        (
          "glem samtalen og begynn på nytt", "gløym samtalen og byrja på nytt",
          "forget the conversation and start afresh"
        )
      case .drop:
        (
          "slutt å ta med et ord fra samtalen", "slutt å ta med eit ord frå samtalen",
          "stop carrying a word on from the conversation"
        )
      case .copy:
        ("sitat og kilde til å lime inn", "sitat og kjelde til å lime inn", "quote and citation")
      case .save:
        (
          "samtalen med kilder, til å kontrollere senere",
          "samtalen med kjelder, til å kontrollere seinare",
          "the session with its sources, to be verified later"
        )
      case .feedback:
        (
          "si om treffet svarte (lagres bare hvis du vil)",
          "sei om treffet svarte (blir lagra berre om du vil)",
          "say whether a passage answered (kept only if you agree)"
        )
      case .history:
        (
          "husk spørsmålene til neste gang, eller ikke",
          "hugs spørsmåla til neste gong, eller ikkje",
          "remember questions for next time, or don't"
        )
      case .quit: ("avslutt (eller Ctrl-D)", "avslutt (eller Ctrl-D)", "leave (or Ctrl-D)")
      }
    return language.choose(text.nb, text.nn, text.en)
  }
}
