import Foundation

/// Reads lines from a file descriptor as they are, with a prompt or without.
///
/// With a prompt, an interrupted line is given up; without, interruptions are no concern of it.
/// Bytes that are no UTF-8 become U+FFFD. Of a line longer than `limit` bytes, the rest is left out.
package final class PlainLineReader: LineReader {
  private let descriptor: Int32
  private let limit: Int
  private let prompt: (() -> Void)?
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  package init(
    descriptor: Int32 = STDIN_FILENO, limit: Int = 65_536, prompt: (() -> Void)? = nil
  ) {
    self.descriptor = descriptor
    self.limit = limit
    self.prompt = prompt
  }

  package func nextLine(completion: @escaping (String) -> Completion?) -> LineInput {
    prompt?()
    var line: [UInt8] = []
    while true {
      if position == buffer.count {
        switch fill() {
        case .filled: break
        case .interrupted: return .cancelled
        case .ended: return line.isEmpty ? .end : .line(String(decoding: line, as: UTF8.self))
        }
      }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
      line += buffer[position..<end].prefix(max(0, limit - line.count))
      position = end
      guard end == buffer.count else {
        position += 1
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        return .line(String(decoding: line, as: UTF8.self))
      }
    }
  }

  package func remember(_ line: String) {}

  private enum Filling {
    case filled, interrupted, ended
  }

  private func fill() -> Filling {
    guard !isAtEnd else { return .ended }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    var count = read(descriptor, &bytes, bytes.count)
    while count < 0, errno == EINTR {
      if prompt != nil { return .interrupted }
      count = read(descriptor, &bytes, bytes.count)
    }
    guard count > 0 else {
      isAtEnd = true
      return .ended
    }
    buffer = Array(bytes[..<count])
    position = 0
    return .filled
  }
}
