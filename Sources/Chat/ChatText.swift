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

  // Answers to commands.
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
      "There are \(count) passages; no number \(number).")
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

  var moreHint: String {
    let more = CommandName.more.usage(in: language)
    let document = "/" + CommandName.document.name(in: language)
    return choose(
      "Mer rundt: \(more) · hele teksten: \(document)",
      "Meir rundt: \(more) · heile teksten: \(document)",
      "More around it: \(more) · whole text: \(document)")
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

  func asOfSet(_ date: CalendarDate?) -> String {
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

  func saved(_ path: String, count: Int) -> String {
    choose(
      "Lagret \(count) spørsmål i \(path). Kontroller senere: tillit verify \(path)",
      "Lagra \(count) spørsmål i \(path). Kontroller seinare: tillit verify \(path)",
      "Saved \(count) questions in \(path). Check later: tillit verify \(path)")
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

extension ChatText {
  func feedbackConsent(_ path: String) -> String {
    let yes = "/" + CommandName.feedback.name(in: language) + choose(" ja", " ja", " yes")
    return choose(
      """
      Ingenting er lagret. Sier du \(yes), lagres spørsmålet og hvilket avsnitt du vurderte, bare \
      på denne maskinen, i \(path), lesbart bare for deg. «nei» sletter det igjen.
      """,
      """
      Ingenting er lagra. Seier du \(yes), blir spørsmålet og avsnittet du vurderte, lagra berre \
      på denne maskina, i \(path), lesbart berre for deg. «nei» slettar det igjen.
      """,
      """
      Nothing is kept. If you say \(yes), the question and the passage you judged are kept, only \
      on this machine, in \(path), readable by you alone. “no” deletes it again.
      """)
  }

  var feedbackKept: String {
    choose("Takk, det er lagret.", "Takk, det er lagra.", "Thank you, it is kept.")
  }

  var feedbackAgreed: String {
    choose(
      "Takk. Vurderinger blir lagret fra nå av.", "Takk. Vurderingar blir lagra frå no av.",
      "Thank you. Judgements are kept from now on.")
  }

  var feedbackWithdrawn: String {
    choose(
      "Vurderingene er slettet, og ingen blir lagret.",
      "Vurderingane er sletta, og ingen blir lagra.",
      "The judgements are deleted, and none are kept.")
  }

  func historyKept(_ path: String) -> String {
    choose(
      "Spørsmålene huskes i \(path), lesbart bare for deg.",
      "Spørsmåla blir hugsa i \(path), lesbart berre for deg.",
      "Questions are remembered in \(path), readable by you alone.")
  }

  var historyForgotten: String {
    choose(
      "Historikken er slettet; ingenting huskes til neste gang.",
      "Historikken er sletta; ingenting blir hugsa til neste gong.",
      "The history is deleted; nothing is remembered for next time.")
  }

  var stateUnavailable: String {
    choose(
      "Lagring er slått av her.", "Lagring er slått av her.", "Keeping things is switched off here."
    )
  }

  /// What happened to the index behind the session.
  func news(_ news: AssistantNews) -> String {
    switch news {
    case .refreshed(let count):
      choose(
        "Tekstene var endret; \(count) tekster er lest på nytt.",
        "Tekstane var endra; \(count) tekstar er lesne på nytt.",
        "The texts had changed; \(count) texts have been read anew.")
    case .failed(let reason):
      choose(
        "Tekstene er endret, men kunne ikke leses på nytt: \(reason). Svarene er fra før.",
        "Tekstane er endra, men kunne ikkje lesast på nytt: \(reason). Svara er frå før.",
        "The texts have changed but couldn't be read anew: \(reason). Answers are from before.")
    }
  }

  func documentCount(_ count: Int, passages: Int) -> String {
    choose(
      "\(count) tekster, \(passages) avsnitt", "\(count) tekstar, \(passages) avsnitt",
      "\(count) texts, \(passages) passages")
  }

  func score(_ score: String, confidence: Int) -> String {
    choose(
      "Poeng \(score), sikkerhet \(confidence) %", "Poeng \(score), tryggleik \(confidence) %",
      "Score \(score), confidence \(confidence) %")
  }

  func wordsFound(_ words: [String]) -> String {
    let list = words.isEmpty ? "–" : words.joined(separator: ", ")
    return choose("Ord i avsnittet: \(list)", "Ord i avsnittet: \(list)", "Words found: \(list)")
  }

  var scoreParts: String { choose("Delene:", "Delane:", "Its parts:") }

  func metadata(_ key: String) -> String {
    switch key {
    case "publisher": choose("Utgiver", "Utgjevar", "Publisher")
    case "kind": choose("Type", "Type", "Kind")
    case "adopted": choose("Vedtatt", "Vedteke", "Adopted")
    case "in_force_from": choose("I kraft fra", "I kraft frå", "In force from")
    case "in_force_to": choose("I kraft til", "I kraft til", "In force to")
    case "last_changed": choose("Sist endret", "Sist endra", "Last changed")
    case "supersedes": choose("Erstatter", "Erstattar", "Supersedes")
    case "level": choose("Nivå", "Nivå", "Level")
    default: key
    }
  }

  func choose(_ bokmål: String, _ nynorsk: String, _ english: String) -> String {
    language.choose(bokmål, nynorsk, english)
  }
}
