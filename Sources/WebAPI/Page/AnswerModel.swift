import Analysis
import Documents
import Rendering
import Retrieval

/// An answer as the page shows it.
struct AnswerModel {
  /// How many passages are shown opened.
  static let openCount = 3

  let question: String
  let questionLang: String
  /// Names a style: each status is to be told at a glance.
  let status: String
  let summary: String
  let isShortened: Bool
  let shortening: String
  let unknown: String?
  let corrections: [String]
  let concepts: String?
  let carried: [ChoiceModel]
  let narrowed: ChoiceModel?
  let narrowing: [ChoiceModel]
  let suggestions: [ChoiceModel]
  let partByPart: String
  let parts: [String]
  let passages: [PassageModel]
  let furtherPassages: [PassageModel]
  let nearestMiss: PassageModel?
  let earlier: [String]
  let offersFeedback: Bool
  let narrowedTo: String
  let hasCarried: Bool
  let hasNarrowing: Bool
  let hasSuggestions: Bool
  let hasParts: Bool
  let hasFurtherPassages: Bool
  let hasEarlier: Bool

  init(_ answered: AnsweredRequest, _ text: PageText, offersFeedback: Bool) {
    let answer = answered.answer
    let request = answered.request
    let interpretation = answer.interpretation
    let again = AskAgain(request, lang: text.language.rawValue)
    let found = answer.status == .notFound ? [] : answer.passages.prefix(request.limit)
    let shown = found.map { PassageModel($0, text) }
    question = answer.question.text
    questionLang = interpretation.language.rawValue
    status = answer.status.rawValue
    isShortened = answer.question.isShortened
    shortening = text.shared.shortened
    summary = Self.summary(of: answer.status, count: shown.count, text)
    unknown =
      interpretation.unknownWords.isEmpty
      ? nil : text.shared.unknownWords(interpretation.unknownWords)
    corrections = interpretation.corrections.map { text.corrected($0.from, to: $0.to) }
    concepts =
      interpretation.concepts.isEmpty ? nil : interpretation.concepts.joined(separator: ", ")
    carried = interpretation.carried.map(again.without)
    narrowed = request.documents.isEmpty ? nil : again.everywhere(text["allTexts"])
    narrowing = answer.narrowing?.choices.map(again.within) ?? []
    suggestions = answer.suggestions.map(again.asking)
    partByPart = text.shared.partByPart
    parts = answer.parts.map(text.shared.part)
    passages = Array(shown.prefix(Self.openCount))
    furtherPassages = Array(shown.dropFirst(Self.openCount))
    nearestMiss = answer.nearestMiss.map { PassageModel($0, text) }
    earlier = request.history
    self.offersFeedback = offersFeedback
    narrowedTo = Self.names(of: request.documents, in: answer).joined(separator: ", ")
    hasCarried = !carried.isEmpty
    hasNarrowing = !narrowing.isEmpty
    hasSuggestions = !suggestions.isEmpty
    hasParts = !parts.isEmpty
    hasFurtherPassages = !furtherPassages.isEmpty
    hasEarlier = !earlier.isEmpty
  }

  /// As the passages found cite the documents; their ids where nothing was found in them.
  private static func names(of documents: [String], in answer: Answer) -> [String] {
    let named = (answer.passages + answer.nearMisses).map {
      ($0.document.id.rawValue, $0.citation.documentName)
    }
    let names = Dictionary(named) { first, _ in first }
    return documents.map { names[$0] ?? $0 }
  }

  private static func summary(of status: Answer.Status, count: Int, _ text: PageText) -> String {
    switch status {
    case .answered: text.found(count)
    case .uncertain: text.shared.uncertain
    case .notFound: text.shared.notFound
    }
  }
}

/// Makes the fields of forms that ask a question again, changed in one respect.
struct AskAgain {
  private let request: AskRequest
  private let lang: String

  init(_ request: AskRequest, lang: String) {
    self.request = request
    self.lang = lang
  }

  func asking(_ question: String) -> ChoiceModel { choice(question) { $0.question = question } }

  func without(_ word: String) -> ChoiceModel { choice(word) { $0.dropped.append(word) } }

  func everywhere(_ label: String) -> ChoiceModel { choice(label) { $0.documents = [] } }

  func within(_ narrowing: Narrowing.Choice) -> ChoiceModel {
    choice(narrowing.label) { request in
      request.documents = narrowing.documents.sorted().map(\.rawValue)
    }
  }

  /// The fields of the same question, for another language.
  var same: [HiddenField] { asking(request.question).hidden.filter { $0.name != "lang" } }

  /// The fields for the next question of the conversation, its own left out.
  var following: [HiddenField] {
    var next = request
    next.history = Array((request.history + [request.question]).suffix(AskRequest.turnLimit))
    next.asOf = nil
    return fields(of: next)
  }

  private func choice(_ label: String, _ change: (inout AskRequest) -> Void) -> ChoiceModel {
    var changed = request
    change(&changed)
    return ChoiceModel(
      label: label,
      hidden: [HiddenField(name: "question", value: changed.question)] + fields(of: changed))
  }

  private func fields(of request: AskRequest) -> [HiddenField] {
    let lists = [
      ("history", request.history), ("dropped", request.dropped), ("documents", request.documents),
      ("as_of", request.asOf.map { [$0] } ?? []), ("lang", [lang]),
    ]
    return lists.flatMap { name, values in values.map { HiddenField(name: name, value: $0) } }
  }
}
