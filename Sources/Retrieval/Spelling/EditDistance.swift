/// The Damerau–Levenshtein distance in which no letter is edited twice: the number of letters to
/// insert, delete, replace or swap with their neighbour (F. J. Damerau, *A technique for computer
/// detection and correction of spelling errors*, 1964).
package enum EditDistance {
  /// The distance, or nil if it is more than `limit`, which must be small: the work grows fourfold
  /// with each edit.
  ///
  ///     between("opsigelse", "oppsigelse", limit: 1)  // 1
  package static func between<Letter: Equatable>(
    _ left: [Letter], _ right: [Letter], limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    return (0...limit).first { isWithin($0, left[...], right[...]) }
  }

  private static func isWithin<Letter: Equatable>(
    _ limit: Int, _ left: ArraySlice<Letter>, _ right: ArraySlice<Letter>
  ) -> Bool {
    var (first, second) = (left.startIndex, right.startIndex)
    while first < left.endIndex, second < right.endIndex, left[first] == right[second] {
      first += 1
      second += 1
    }
    let (left, right) = (left[first...], right[second...])
    guard limit > 0 else { return left.isEmpty && right.isEmpty }
    guard abs(left.count - right.count) <= limit else { return false }
    if left.isEmpty || right.isEmpty { return true }
    let isSwap =
      left.count > 1 && right.count > 1 && left[first] == right[second + 1]
      && left[first + 1] == right[second]
    return isWithin(limit - 1, left.dropFirst(), right.dropFirst())
      || isWithin(limit - 1, left.dropFirst(), right)
      || isWithin(limit - 1, left, right.dropFirst())
      || isSwap && isWithin(limit - 1, left.dropFirst(2), right.dropFirst(2))
  }
}
