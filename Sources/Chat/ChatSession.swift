package import Analysis
package import Foundation
import Rendering
package import Retrieval

/// A conversation at a screen: what has been asked and shown, and what is asked of.
///
/// `respond(to:on:)` is all there is to it; where lines come from and go to is the door's.
package struct ChatSession {
  /// What a session is set up with.
  package struct Settings {
    package var language: Language = .bokmål
    /// The most passages that an answer shows.
    package var passageLimit = 5
    /// The program and its version, for evidence packs.
    package var program = "tillit"
    /// The command line that verifies a saved session, up to the file's name.
    package var verification = "tillit verify"
    /// Where history and feedback may be kept; nil keeps nothing.
    package var state: StateFolder?
    /// Answer as of this day from the start.
    package var asOf: PolicyDate?
    /// Whether a number or letter by itself opens a passage, and a change of what is asked asks anew.
    package var isConversational = true
    /// Where a document's source can be read.
    package var address: (IndexedDocument) -> String? = { _ in nil }
    package var now: () -> Date = Date.init

    package init() {}
  }

  /// A question with what is needed to ask it again.
  struct Exchange {
    let before: Conversation
    let answer: Answer
    let assistant: Assistant

    var index: any PassageIndex { assistant.index }

    /// What can be opened by its number.
    var passages: [CitedPassage] {
      answer.status == .notFound || answer.passages.isEmpty
        ? [answer.nearestMiss].compactMap(\.self) : answer.passages
    }

    /// A passage of the answer with what its score is made of, which takes as long as answering.
    func explained(_ cited: CitedPassage) throws -> CitedPassage {
      guard cited.explanation == nil else { return cited }
      let again = try assistant.answer(to: answer.question, in: before, explaining: true)
      return again.passages.first { $0.passage.id == cited.passage.id } ?? cited
    }
  }

  package internal(set) var settings: Settings
  let source: any AssistantSource
  var conversation = Conversation()
  var scope = Question.Scope()
  /// What `scope` holds besides a date, in words.
  var scopeLabel: String?
  var exchanges: [Exchange] = []
  var opened: (cited: CitedPassage, excerpt: Excerpt)?
  /// A verdict that waits for consent.
  var pendingFeedback: PassageFeedback?
  /// What this session saved, which it may write again.
  var savedPaths: Set<String> = []

  package init(_ source: any AssistantSource, settings: Settings = Settings()) {
    self.source = source
    self.settings = settings
    scope.asOf = settings.asOf?.description
  }

  package var text: ChatText { ChatText(settings.language) }

  /// What can be completed now.
  package var situation: Completer.Situation {
    Completer.Situation(
      language: settings.language, index: source.assistant.index,
      passageCount: exchanges.last?.passages.count ?? 0, carried: carried)
  }

  /// What the last answer took over from the conversation.
  package var carried: [String] { exchanges.last?.answer.interpretation.carried ?? [] }

  /// Answers a line. Throws only what the index throws.
  package mutating func respond(to line: String, on screen: Screen) throws -> ChatResponse {
    switch LineMeaning(line) {
    case .nothing: return .nothing
    case .question(let question):
      if let target = target(named: question) { return try run(.open(target), on: screen) }
      return try ask(question)
    case .command(let command): return try run(command, on: screen)
    case .unknown(let name, let nearest):
      return .message(text.unknownCommand(name.oneLine, nearest: nearest))
    case .misused(let command): return .message(text.misused(command))
    }
  }

  /// What a number or letter by itself opens.
  private func target(named name: String) -> Command.Target? {
    guard settings.isConversational, let last = exchanges.last else { return nil }
    if let number = Int(name) {
      return last.passages.indices.contains(number - 1) ? .passage(number) : nil
    }
    guard let shown = opened?.cited ?? last.passages.first,
      let position = LinkLetters(of: shown).entries.firstIndex(where: { $0.letter == name })
    else { return nil }
    return .link(position)
  }

  /// An answer as this session shows it.
  package func render(_ answer: Answer, on screen: Screen) -> String {
    var context = AnswerScreen.Context()
    context.limit = settings.passageLimit
    context.scopeLabel = scopeLabel
    context.showsHint = exchanges.count == 1 && !answer.passages.isEmpty
    context.address = settings.address
    return AnswerScreen(text, on: screen, context: context).string(answer)
  }

  mutating func ask(_ question: String) throws -> ChatResponse {
    try ask(Question(question, scope: scope), after: conversation)
  }

  private mutating func ask(
    _ question: Question, after before: Conversation
  ) throws -> ChatResponse {
    let assistant = source.assistant
    let answer = try assistant.answer(to: question, in: before)
    conversation = answer.conversation
    exchanges.append(Exchange(before: before, answer: answer, assistant: assistant))
    opened = nil
    return .answer(answer)
  }

  /// Asks the last question again, after a change to what is asked or carried on; nil where there
  /// is none, or where each line is to have one answer.
  mutating func askAgain(
    _ change: (Conversation) -> Conversation = { $0 }
  ) throws -> ChatResponse? {
    guard settings.isConversational, let last = exchanges.popLast() else { return nil }
    return try ask(
      Question(last.answer.question.text, scope: scope), after: change(last.before))
  }
}
