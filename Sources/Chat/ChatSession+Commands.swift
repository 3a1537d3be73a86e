import Documents
import Foundation
import Rendering
import Retrieval

extension ChatSession {
  mutating func run(_ command: Command, on screen: Screen) throws -> ChatResponse {
    switch command {
    case .help: return .page(help(on: screen))
    case .open(.passage(let number)): return try open(number, on: screen)
    case .open(.link(let position)): return try openLink(position, on: screen)
    case .more: return try more(on: screen)
    case .document(let number): return try document(number, on: screen)
    case .sources(let word): return .page(sources(word, on: screen))
    case .why(let number): return try why(number, on: screen)
    case .language(let language):
      settings.language = language
      return .message(text.languageSet)
    case .only(let name): return try only(name)
    case .all:
      scope.documents = nil
      scopeLabel = nil
      return try askAgain() ?? .message(text.allAsked)
    case .asOf(let date):
      scope.asOf = date?.description
      return try askAgain() ?? .message(text.asOfSet(date))
    case .new:
      forget()
      return .message(text.conversationForgotten)
    case .drop(let word): return try drop(word)
    case .copy(let number):
      return onPassage(number) { .page(ReadingPages(text, on: screen).copy($0)) }
    case .save(let path): return .message(save(path))
    case .feedback(let feedback): return .message(give(feedback))
    case .history(let isKept): return .message(keepHistory(isKept))
    case .quit: return .end
    }
  }

  // MARK: Which passage

  private func onPassage(
    _ number: Int?, _ response: (CitedPassage) throws -> ChatResponse
  ) rethrows -> ChatResponse {
    let passages = exchanges.last?.passages ?? []
    guard !passages.isEmpty else { return .message(text.nothingShown) }
    if number == nil, let opened { return try response(opened.cited) }
    let position = (number ?? 1) - 1
    guard passages.indices.contains(position) else {
      return .message(text.noSuchPassage(position + 1, count: passages.count))
    }
    return try response(passages[position])
  }

  // MARK: Reading

  private func help(on screen: Screen) -> Page {
    ReadingPages(text, on: screen).help(keepsState: settings.state != nil)
  }

  private mutating func open(_ number: Int?, on screen: Screen) throws -> ChatResponse {
    guard let last = exchanges.last else { return .message(text.nothingShown) }
    var chosen: CitedPassage?
    let response = onPassage(number) { cited in
      chosen = cited
      return .nothing
    }
    guard let chosen else { return response }
    return try open(chosen, in: last.index, on: screen)
  }

  private mutating func open(
    _ cited: CitedPassage, in index: any PassageIndex, on screen: Screen
  ) throws -> ChatResponse {
    let excerpt = try Excerpt(around: cited.passage, in: index)
    opened = (cited, excerpt)
    return .page(try pages(on: screen).excerpt(excerpt, of: cited))
  }

  private mutating func openLink(_ position: Int, on screen: Screen) throws -> ChatResponse {
    guard let last = exchanges.last, let shown = opened?.cited ?? last.passages.first else {
      return .message(text.nothingShown)
    }
    guard let link = LinkLetters(of: shown).link(at: position) else {
      return .message(text.noSuchLink)
    }
    guard let ordinal = try last.index.ordinal(of: link.passage) else {
      return .message(text.goneFromIndex)
    }
    let passage = try last.index.passage(at: ordinal)
    let cited = CitedPassage(reading: passage, in: last.index.documents[passage.document])
    return try open(cited, in: last.index, on: screen)
  }

  private mutating func more(on screen: Screen) throws -> ChatResponse {
    guard let (cited, excerpt) = opened else { return try open(nil, on: screen) }
    guard let wider = try excerpt.extended() else { return .message(text.wholeDocumentShown) }
    opened = (cited, wider)
    return .page(try pages(on: screen).excerpt(wider, of: cited))
  }

  private func document(_ number: Int?, on screen: Screen) throws -> ChatResponse {
    guard let last = exchanges.last else { return .message(text.nothingShown) }
    return try onPassage(number) { cited in
      let excerpt = try Excerpt(around: cited.passage, in: last.index)
      return .page(try pages(on: screen).document(excerpt, of: cited))
    }
  }

  private func why(_ number: Int?, on screen: Screen) throws -> ChatResponse {
    try onPassage(number) { cited in
      let explained = try exchanges.last?.explained(cited) ?? cited
      return .page(
        ReadingPages(text, on: screen).why(explained, exchanges.last?.answer.interpretation))
    }
  }

  private func pages(on screen: Screen) -> ReadingPages {
    ReadingPages(text, on: screen, address: settings.address)
  }

  private func sources(_ word: String?, on screen: Screen) -> Page {
    ReadingPages(text, on: screen).sources(source.assistant.index, holding: word)
  }

  // MARK: What is asked

  private mutating func only(_ name: String) throws -> ChatResponse {
    if let number = Int(name),
      let cited = exchanges.last?.passages.first(where: { $0.rank == number })
    {
      return try narrow(to: [cited.document.id], label: cited.document.citedName)
    }
    let choices = exchanges.last?.answer.narrowing?.choices ?? []
    if let choice = choices.first(where: { $0.label.lowercased() == name.lowercased() }) {
      return try narrow(to: choice.documents, label: choice.label)
    }
    switch DocumentFinder(source.assistant.index.documents).match(name) {
    case .found(let label, let documents): return try narrow(to: documents, label: label)
    case .ambiguous(let names): return .message(text.onlyAmbiguous(names))
    case .none: return .message(text.onlyUnknown)
    }
  }

  private mutating func narrow(
    to documents: Set<DocumentID>, label: String
  ) throws -> ChatResponse {
    scope.documents = documents
    scopeLabel = label
    return try askAgain() ?? .message(text.onlyIn(label.oneLine))
  }

  private mutating func drop(_ word: String) throws -> ChatResponse {
    let carried = carried
    guard let name = carried.first(where: { $0.lowercased() == word.lowercased() }) else {
      return .message(text.notCarried(word.oneLine, carried: carried))
    }
    conversation = conversation.dropping(name)
    return try askAgain { $0.dropping(name) } ?? .nothing
  }

  /// Begins afresh, so that one member's questions don't follow into the next one's papers.
  private mutating func forget() {
    conversation = Conversation()
    exchanges = []
    opened = nil
    pendingFeedback = nil
    scope = Question.Scope(asOf: settings.asOf?.description)
    scopeLabel = nil
  }
}
