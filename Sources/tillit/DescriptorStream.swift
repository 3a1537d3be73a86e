import Foundation

/// Writes text to a file descriptor at once, in order.
struct DescriptorStream: TextOutputStream {
  static let standardOutput = DescriptorStream(descriptor: STDOUT_FILENO)
  static let standardError = DescriptorStream(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// Text that can't be written, as when a terminal is gone, is lost; the next read says so too.
  mutating func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}
