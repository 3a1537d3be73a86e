import Synchronization

/// Places in the index by what points to them, looked up on first use and kept.
final class PlaceCache<Key: Hashable & Sendable>: Sendable {
  private let known = Mutex<[Key: [[Directions.Place]]]>([:])

  subscript(
    key: Key, find: () throws -> [[Directions.Place]]
  ) -> [[Directions.Place]] {
    get throws {
      if let places = known.withLock({ $0[key] }) { return places }
      let places = try find()
      known.withLock { $0[key] = places }
      return places
    }
  }
}
