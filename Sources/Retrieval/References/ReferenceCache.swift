import Synchronization

/// The references of texts by what the texts belong to, parsed on first use and kept.
final class ReferenceCache<Key: Hashable & Sendable>: Sendable {
  private let known = Mutex<[Key: [[ProvisionReference]]]>([:])

  subscript(key: Key, parse: () -> [[ProvisionReference]]) -> [[ProvisionReference]] {
    if let references = known.withLock({ $0[key] }) { return references }
    let references = parse()
    known.withLock { $0[key] = references }
    return references
  }
}
