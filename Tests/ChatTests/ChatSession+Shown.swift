import Chat

extension ChatSession {
  /// What a line brings to the screen, answers, pages and messages alike.
  mutating func shown(for line: String, on screen: Screen = Screen()) throws -> String {
    switch try respond(to: line, on: screen) {
    case .nothing: ""
    case .answer(let answer): render(answer, on: screen)
    case .page(let page): page.text
    case .message(let message): message
    case .end: "(end)"
    }
  }
}
