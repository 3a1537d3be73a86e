import Chat
import Documents
import Foundation
import Retrieval
import SQLiteIndex
import Synchronization

/// An assistant that answers from the index at hand while the texts are read anew behind it.
final class RefreshingAssistant: AssistantSource {
  private struct State {
    var assistant: Assistant
    var news: [AssistantNews] = []
  }

  private let state: Mutex<State>

  init(_ assistant: Assistant) { state = Mutex(State(assistant: assistant)) }

  var assistant: Assistant { state.withLock { $0.assistant } }

  func news() -> [AssistantNews] {
    state.withLock { state in
      defer { state.news = [] }
      return state.news
    }
  }

  /// Compares the texts with the index on a thread of its own; if they differ, builds the index
  /// anew and answers from that.
  func refresh(_ file: IndexFile, from texts: @escaping @Sendable () throws -> Collection) {
    Thread.detachNewThread { [self] in
      do {
        let collection = try texts()
        guard [.stale, .missing].contains(try file.state(for: collection)) else { return }
        tell(.refreshing, nil)
        let content = try CollectionReading(collection) { _ in }.content
        guard !content.documents.isEmpty else {
          return tell(.failed(reason: "no documents"), nil)
        }
        try file.build(content)
        let assistant = try file.open().assistant(configuration: .dated)
        tell(.refreshed(documents: content.documents.count), assistant)
      } catch IndexError.locked {
        return  // Another session is at it; the next start finds the new index.
      } catch {
        tell(.failed(reason: Failure(error)?.message ?? String(describing: error)), nil)
      }
    }
  }

  private func tell(_ news: AssistantNews, _ assistant: Assistant?) {
    state.withLock { state in
      state.news.append(news)
      if let assistant { state.assistant = assistant }
    }
  }
}
