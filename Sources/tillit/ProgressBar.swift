import Foundation
import Synchronization

/// Shows on standard error how far long work has come; silent where that is no terminal, and for
/// work that is done at once.
final class ProgressBar: Sendable {
  /// The bar alone, in columns.
  private static let width = 30

  private let label: String
  private let total: Int
  private let start = ContinuousClock.now
  private let shown = Mutex(-1)

  init(_ label: String, total: Int) {
    self.label = label
    self.total = max(total, 1)
  }

  func update(_ done: Int) {
    guard StandardError.isTerminal, ContinuousClock.now - start > .milliseconds(250) else { return }
    let percent = done * 100 / total
    shown.withLock { last in
      guard percent > last else { return }
      last = percent
      let filled = percent * Self.width / 100
      let bar =
        String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
      StandardError.write("\r\(label) [\(bar)] \(percent) %")
    }
  }

  func finish() {
    shown.withLock { last in
      // Spaces, as not every terminal can clear a line.
      let blank = String(repeating: " ", count: label.count + "[] 100 %".count + Self.width + 1)
      if last >= 0 { StandardError.write("\r\(blank)\r") }
      last = -1
    }
  }
}
