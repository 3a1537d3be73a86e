import Analysis
import Rendering

/// What a session says of what it keeps, and the words of its lists.
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
    case .refreshing:
      choose(
        "Tekstene er endret og leses på nytt; svarene er fra før så lenge.",
        "Tekstane er endra og blir lesne på nytt; svara er frå før så lenge.",
        "The texts have changed and are being read anew; until then, answers are from before.")
    case .refreshed(let count):
      choose(
        "Tekstene var endret og er lest på nytt: \(texts(count)).",
        "Tekstane var endra og er lesne på nytt: \(texts(count)).",
        "The texts had changed and have been read anew: \(texts(count)).")
    case .failed(let reason):
      choose(
        "Tekstene er endret, men kunne ikke leses på nytt: \(reason). Svarene er fra før.",
        "Tekstane er endra, men kunne ikkje lesast på nytt: \(reason). Svara er frå før.",
        "The texts have changed but couldn't be read anew: \(reason). Answers are from before.")
    }
  }

  private func texts(_ count: Int) -> String {
    count == 1
      ? choose("1 tekst", "1 tekst", "1 text")
      : choose("\(count) tekster", "\(count) tekstar", "\(count) texts")
  }

  func documentCount(_ count: Int, passages: Int) -> String {
    choose(
      texts(count) + ", \(passages) avsnitt", texts(count) + ", \(passages) avsnitt",
      texts(count) + (passages == 1 ? ", 1 passage" : ", \(passages) passages"))
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
}
