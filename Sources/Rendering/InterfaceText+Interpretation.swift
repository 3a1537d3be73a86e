package import Retrieval

extension InterfaceText {
  /// How the question was understood, a sentence for each thing that was done to it.
  package func notes(on interpretation: Interpretation) -> [String] {
    var notes = interpretation.corrections.map { corrected($0.from.oneLine, to: $0.to.oneLine) }
    if !interpretation.carried.isEmpty { notes.append(carried(interpretation.carried)) }
    if !interpretation.concepts.isEmpty { notes.append(understood(interpretation.concepts)) }
    if let elsewhere = interpretation.elsewhere { notes.append(self.elsewhere(elsewhere.oneLine)) }
    return notes
  }

  /// Introduces a passage that was near, but isn't thought to answer.
  package var nearestMiss: String {
    choose(
      "Nærmest, men svarer trolig ikke:", "Nærmast, men svarar truleg ikkje:",
      "Nearest, but probably no answer:")
  }

  /// Introduces the parts of a question.
  package var partByPart: String { choose("Del for del:", "Del for del:", "Part by part:") }

  /// The parts of a question as a list with its introduction; empty for a question in one part.
  package func lines(for parts: [Answer.Part], width: Int) -> [String] {
    guard !parts.isEmpty else { return [] }
    return [partByPart]
      + parts.flatMap { part in
        self.part(part).wrapped(to: width - 2).enumerated()
          .map { ($0.offset == 0 ? "• " : "  ") + $0.element }
      }
  }

  /// A part of a question with where it is answered, if it is.
  package func part(_ part: Answer.Part) -> String {
    let asked = part.text.oneLine
    guard let passage = part.passage else {
      return choose(
        "\(asked): ikke funnet her", "\(asked): ikkje funne her", "\(asked): not found here")
    }
    let answer = "\(asked): \(passage.citation.text.oneLine)"
    return part.status == .uncertain
      ? choose("\(answer) (usikkert)", "\(answer) (usikkert)", "\(answer) (uncertain)") : answer
  }

  /// Offers other words or questions.
  package func suggestions(_ suggestions: [String]) -> String {
    let list = suggestions.map(\.oneLine).joined(separator: " · ")
    return choose("Prøv: \(list)", "Prøv: \(list)", "Try: \(list)")
  }

  /// Offers a choice between kinds of texts.
  package func narrowing(_ narrowing: Narrowing) -> String {
    let list = narrowing.choices.map(\.label.oneLine)
    return choose(
      "Hvilken gjelder: \(list.joined(separator: " eller "))?",
      "Kva for ein gjeld: \(list.joined(separator: " eller "))?",
      "Which applies: \(list.joined(separator: " or "))?")
  }

  /// Introduces places that a passage leads to.
  package var refersTo: String { choose("Viser til", "Viser til", "Refers to") }
  package var citedBy: String { choose("Vist til i", "Vist til i", "Cited by") }
  package var alsoIn: String { choose("Også i", "Òg i", "Also in") }

  private func corrected(_ word: String, to known: String) -> String {
    choose(
      "Søkte på «\(known)» for «\(word)».", "Søkte på «\(known)» for «\(word)».",
      "Searched for “\(known)” instead of “\(word)”.")
  }

  private func carried(_ words: [String]) -> String {
    let list = words.map(\.oneLine).joined(separator: ", ")
    return choose(
      "Fra samtalen: \(list).", "Frå samtalen: \(list).", "From the conversation: \(list).")
  }

  private func elsewhere(_ texts: String) -> String {
    choose(
      "Slikt står vanligvis her: \(texts).", "Slikt står vanlegvis her: \(texts).",
      "This usually stands in: \(texts).")
  }

  private func understood(_ concepts: [String]) -> String {
    let list = concepts.map(\.oneLine).joined(separator: ", ")
    return choose("Forstått som: \(list).", "Forstått som: \(list).", "Understood as: \(list).")
  }
}
