/// A question with the quotes that answer it, as one line of a question file.
package struct EvaluationQuestion: Codable, Sendable, Equatable {
  package var id: String
  package var lang: String
  package var text: String
  /// What the question tests: `lay`, `typo`, `followup` and so on.
  package var kind: String
  /// Empty when the texts hold no answer.
  package var relevant: [Judgement]
  /// What was judged and does not answer.
  package var irrelevant: [Judgement]
  /// What was asked before, oldest first.
  package var history: [String]
  /// A remark for the reader.
  package var notes: String

  package init(
    id: String, lang: String = "nb", text: String, kind: String = "direct",
    relevant: [Judgement] = [], irrelevant: [Judgement] = [], history: [String] = [],
    notes: String = ""
  ) {
    self.id = id
    self.lang = lang
    self.text = text
    self.kind = kind
    self.relevant = relevant
    self.irrelevant = irrelevant
    self.history = history
    self.notes = notes
  }

  package var isAnswerable: Bool { !relevant.isEmpty }

  /// All judgements; the relevant ones first.
  package var judgements: [Judgement] { relevant + irrelevant }

  /// The document that answers best, without its folders; nil when none answers.
  package var document: String? {
    let best = relevant.map(\.grade).max()
    return relevant.first { $0.grade == best }.map { String($0.doc.fileName) }
  }
}

extension EvaluationQuestion {
  private enum CodingKeys: String, CodingKey {
    case id, lang, text, kind, relevant, irrelevant, history, notes
  }

  /// Reads a line; all but `id` and `text` may be left out.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try container.decode(String.self, forKey: .id),
      lang: try container.decodeIfPresent(String.self, forKey: .lang) ?? "nb",
      text: try container.decode(String.self, forKey: .text),
      kind: try container.decodeIfPresent(String.self, forKey: .kind) ?? "all",
      relevant: try container.decodeIfPresent([Judgement].self, forKey: .relevant) ?? [],
      irrelevant: try container.decodeIfPresent([Judgement].self, forKey: .irrelevant) ?? [],
      history: try container.decodeIfPresent([String].self, forKey: .history) ?? [],
      notes: try container.decodeIfPresent(String.self, forKey: .notes) ?? "")
  }
}
