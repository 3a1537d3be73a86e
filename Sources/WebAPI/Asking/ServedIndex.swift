package import Foundation
package import Retrieval
import Synchronization

/// An assistant with what the server says of its index. A request uses one from beginning to end,
/// whatever is refreshed meanwhile.
package final class ServedIndex: Sendable {
  package let assistant: Assistant
  /// Identifies the texts and the way they were indexed; entity tags are made of it.
  package let version: String
  package let builtAt: Date
  private let headings = Mutex<HeadingList?>(nil)

  package init(assistant: Assistant, version: String, builtAt: Date) {
    self.assistant = assistant
    self.version = version
    self.builtAt = builtAt
  }

  var index: any PassageIndex { assistant.index }

  /// What can be suggested; made at the first call.
  func headingList() throws -> HeadingList {
    if let list = headings.withLock(\.self) { return list }
    let list = try HeadingList(of: index)
    headings.withLock { $0 = list }
    return list
  }
}

/// Gives the assistant that answers now; a refreshed index takes effect with the next request.
package protocol AssistantProvider: Sendable {
  var current: ServedIndex { get }
}
