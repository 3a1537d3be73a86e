package import Foundation
package import Rendering
import Synchronization

/// A file of feedback, one JSON object a line, that its owner alone can read. It holds questions:
/// it is kept only where someone has chosen to.
package final class FeedbackFile: Sendable {
  package enum WritingError: Error, Equatable {
    case cannotWrite(reason: String)
    case full
  }

  /// In bytes.
  package static let sizeLimit = 64_000_000

  private let url: URL
  private let sizeLimit: Int
  private let writing = Mutex(())

  package init(_ url: URL, sizeLimit: Int = FeedbackFile.sizeLimit) {
    self.url = url
    self.sizeLimit = sizeLimit
  }

  /// Adds a line. Throws `WritingError`.
  package func append(_ feedback: PassageFeedback) throws(WritingError) {
    let line = Array((feedback.json + "\n").utf8)
    let problem: WritingError? = writing.withLock { _ in
      let descriptor = open(
        url.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return .cannotWrite(reason: String(cString: strerror(errno))) }
      defer { close(descriptor) }
      guard lseek(descriptor, 0, SEEK_END) + line.count <= sizeLimit else { return .full }
      return write(descriptor, line, line.count) == line.count
        ? nil : .cannotWrite(reason: String(cString: strerror(errno)))
    }
    if let problem { throw problem }
  }
}
