import Analysis

/// The fixed texts of an evidence pack.
struct EvidenceText {
  private let text: InterfaceText

  init(_ language: Language) { text = InterfaceText(language) }

  var title: String {
    text.choose(
      "Spørsmål og kilder fra Tillit", "Spørsmål og kjelder frå Tillit",
      "Questions and sources from Tillit")
  }

  /// Who saved it when, and how it is checked.
  func origin(program: String, saved: String) -> String {
    text.choose(
      "Lagret \(saved) av \(program). Sitatene er ordrett fra kildene; kontroller dem med "
        + "«tillit verify FIL».",
      "Lagra \(saved) av \(program). Sitata er ordrett frå kjeldene; kontroller dei med "
        + "«tillit verify FIL».",
      "Saved \(saved) by \(program). The quotes are the sources' own words; check them with "
        + "“tillit verify FILE”.")
  }

  var passage: String { text.choose("Hele avsnittet:", "Heile avsnittet:", "The whole passage:") }
  var notFound: String { text.notFound }
  var uncertain: String { text.uncertain }

  func asOf(_ date: String) -> String {
    text.choose("Slik det var \(date).", "Slik det var \(date).", "As of \(date).")
  }

  func carried(_ words: [String]) -> String {
    let list = words.map(\.oneLine).joined(separator: ", ")
    return text.choose(
      "Fra samtalen: \(list).", "Frå samtalen: \(list).", "From the conversation: \(list).")
  }

  /// Title, headings, date and place, without what isn't known.
  func place(of passage: EvidencePack.Passage) -> String {
    let parts = [
      passage.title, passage.section.joined(separator: " › "), passage.date.map(text.date) ?? "",
      (passage.page.map { text.page($0) + ", " } ?? "") + text.line(passage.line),
    ]
    return parts.map(\.oneLine).filter { !$0.isEmpty }.joined(separator: " · ")
  }

  func bytes(of passage: EvidencePack.Passage) -> String {
    let range = "\(passage.range.start)–\(passage.range.end)"
    return text.choose(
      "\(passage.document), byte \(range)", "\(passage.document), byte \(range)",
      "\(passage.document), bytes \(range)")
  }

  var passageHash: String {
    text.choose("SHA-256 av avsnittet", "SHA-256 av avsnittet", "SHA-256 of the passage")
  }

  var documentHash: String {
    text.choose("SHA-256 av kildefilen", "SHA-256 av kjeldefila", "SHA-256 of the source file")
  }
}
