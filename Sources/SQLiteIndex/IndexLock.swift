import Foundation

/// Holds the right to build one index; other processes are refused while it is held.
final class IndexLock {
  private let descriptor: Int32

  /// Throws `IndexError.locked` if another process holds it.
  init(for index: URL) throws {
    let path = index.appendingPathExtension("lock").path
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw IndexError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }
    // `deinit` runs after this too, and closes the descriptor.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw IndexError.locked(path: index.path)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
