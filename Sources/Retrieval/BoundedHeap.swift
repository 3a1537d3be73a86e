/// Keeps the best candidates seen, the worst of them at the root.
struct BoundedHeap {
  private let limit: Int
  private var items: [Candidate] = []

  init(limit: Int) {
    self.limit = limit
    items.reserveCapacity(limit)
  }

  /// A score must exceed this to enter: candidates come in ascending position, so a later one with
  /// the same score ranks after those kept.
  var threshold: Double { items.count < limit ? 0 : items[0].score }

  mutating func insert(_ candidate: Candidate) {
    if items.count < limit {
      items.append(candidate)
      siftUp(from: items.count - 1)
    } else {
      items[0] = candidate
      siftDown()
    }
  }

  /// Best first.
  func sorted() -> [Candidate] { items.sorted(by: Candidate.ranksBefore) }

  private func isWorse(_ left: Int, _ right: Int) -> Bool {
    Candidate.ranksBefore(items[right], items[left])
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard isWorse(child, parent) else { return }
      items.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count {
        if isWorse(child, worst) { worst = child }
      }
      if worst == parent { return }
      items.swapAt(parent, worst)
      parent = worst
    }
  }
}
