import Analysis
import Rendering
import Retrieval

/// What a session says to commands.
extension ChatText {
  func unknownCommand(_ name: String, nearest: [CommandName]) -> String {
    let list = nearest.map { "/" + $0.name(in: language) }
    let or = choose(" eller ", " eller ", " or ")
    let help = CommandName.help.usage(in: language)
    let advice =
      list.isEmpty
      ? choose("\(help) viser alle.", "\(help) viser alle.", "\(help) shows them all.")
      : choose("Mente du", "Meinte du", "Did you mean") + " \(list.joined(separator: or))?"
    return choose(
      "Ingen kommando heter /\(name).", "Ingen kommando heiter /\(name).",
      "There is no command /\(name).") + " " + advice
  }

  func misused(_ command: CommandName) -> String {
    let usage = command.usage(in: language)
    return choose("Skriv: \(usage)", "Skriv: \(usage)", "Write: \(usage)")
      + " (\(command.purpose(in: language)))"
  }

  var nothingShown: String {
    choose(
      "Det er ikke noe treff å vise ennå. Still et spørsmål først.",
      "Det er ikkje noko treff å vise enno. Still eit spørsmål først.",
      "There is no passage to show yet. Ask a question first.")
  }

  func noSuchPassage(_ number: Int, count: Int) -> String {
    choose(
      "Det er \(count) treff; \(number) finnes ikke.",
      "Det er \(count) treff; \(number) finst ikkje.",
      count == 1
        ? "There is 1 passage; no number \(number)."
        : "There are \(count) passages; no number \(number).")
  }

  var noSuchLink: String {
    choose(
      "Ingen henvisning har den bokstaven.", "Ingen tilvising har den bokstaven.",
      "No reference has that letter.")
  }

  var goneFromIndex: String {
    choose(
      "Den delen finnes ikke lenger i tekstene.", "Den delen finst ikkje lenger i tekstane.",
      "That part is no longer in the texts.")
  }

  var wholeDocumentShown: String {
    choose(
      "Det er ikke mer i denne teksten.", "Det er ikkje meir i denne teksten.",
      "There is no more in this text.")
  }

  var moreAroundHint: String {
    let more = CommandName.more.usage(in: language)
    return choose("Mer rundt: \(more)", "Meir rundt: \(more)", "More around it: \(more)")
  }

  var moreHint: String {
    let document = "/" + CommandName.document.name(in: language)
    return moreAroundHint
      + choose(
        " · hele teksten: \(document)", " · heile teksten: \(document)",
        " · whole text: \(document)")
  }

  func onlyIn(_ label: String) -> String {
    let all = CommandName.all.usage(in: language)
    return choose(
      "Spør nå bare i \(label). Alle igjen: \(all)", "Spør no berre i \(label). Alle igjen: \(all)",
      "Asking only \(label) now. All again: \(all)")
  }

  var onlyUnknown: String {
    let sources = CommandName.sources.usage(in: language).split(separator: " ")[0]
    return choose(
      "Ingen av tekstene heter det. \(sources) viser dem.",
      "Ingen av tekstane heiter det. \(sources) viser dei.",
      "None of the texts is called that. \(sources) shows them.")
  }

  func onlyAmbiguous(_ names: [String]) -> String {
    let list = names.prefix(8).map(\.oneLine).joined(separator: ", ")
    let rest = names.count > 8 ? ", …" : ""
    return choose(
      "Hvilken: \(list)\(rest)?", "Kva for ein: \(list)\(rest)?", "Which: \(list)\(rest)?")
  }

  var allAsked: String {
    choose("Spør alle tekstene.", "Spør alle tekstane.", "Asking all texts.")
  }

  func asOfSet(_ date: PolicyDate?) -> String {
    guard let date else {
      return choose("Det som gjelder nå.", "Det som gjeld no.", "What is in force now.")
    }
    return choose(
      "Tekster som gjaldt \(date), kommer først.", "Tekstar som galdt \(date), kjem først.",
      "Texts in force on \(date) come first.")
  }

  var conversationForgotten: String {
    choose(
      "Samtalen er glemt. Spør om noe nytt.", "Samtalen er gløymd. Spør om noko nytt.",
      "The conversation is forgotten. Ask something new.")
  }

  func notCarried(_ word: String, carried: [String]) -> String {
    let list = carried.map(\.oneLine).joined(separator: ", ")
    let rest =
      carried.isEmpty
      ? choose("Ingenting er tatt med.", "Ingenting er teke med.", "Nothing is carried on.")
      : choose("Tatt med: \(list).", "Teke med: \(list).", "Carried on: \(list).")
    return choose(
      "«\(word)» er ikke tatt med fra samtalen.", "«\(word)» er ikkje teke med frå samtalen.",
      "“\(word)” isn't carried on from the conversation.") + " " + rest
  }

  var languageSet: String {
    choose("Skjermen er på bokmål.", "Skjermen er på nynorsk.", "The screen is in English.")
  }

  var nothingToSave: String {
    choose(
      "Det er ingenting å lagre ennå.", "Det er ingenting å lagre enno.",
      "There is nothing to save yet.")
  }

  func saved(_ path: String, count: Int, verification: String) -> String {
    choose(
      "Lagret \(count) spørsmål i \(path). Kontroller senere: \(verification)",
      "Lagra \(count) spørsmål i \(path). Kontroller seinare: \(verification)",
      "Saved \(count == 1 ? "1 question" : "\(count) questions") in \(path). "
        + "Check later: \(verification)")
  }

  var saveNeedsEnding: String {
    choose(
      "Filnavnet må slutte på .md eller .html.", "Filnamnet må slutte på .md eller .html.",
      "The file's name must end in .md or .html.")
  }

  func saveExists(_ path: String) -> String {
    choose(
      "\(path) finnes fra før og er ikke rørt; velg et annet navn.",
      "\(path) finst frå før og er ikkje rørt; vel eit anna namn.",
      "\(path) exists already and is untouched; choose another name.")
  }

  func cannotWrite(_ path: String, _ reason: String) -> String {
    choose(
      "Kan ikke skrive \(path): \(reason).", "Kan ikkje skrive \(path): \(reason).",
      "Can't write \(path): \(reason).")
  }
}
