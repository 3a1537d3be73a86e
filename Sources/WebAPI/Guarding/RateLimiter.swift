import Synchronization

/// Lets each client ask at a steady rate, with a burst: a token bucket, kept as the moment at which
/// the bucket is full again (GCRA).
package final class RateLimiter: Sendable {
  /// How often one client may ask.
  package struct Limits: Sendable, Equatable {
    /// Requests at once.
    package var burst: Int
    /// Requests a minute in the long run.
    package var perMinute: Int

    package init(burst: Int = 60, perMinute: Int = 300) {
      self.burst = burst
      self.perMinute = perMinute
    }
  }

  /// Whether a request may pass, and what its client is told.
  struct Decision: Equatable {
    let isAllowed: Bool
    let remaining: Int
    /// Until the burst is whole again.
    let secondsToFull: Int
    /// Until the next request may pass; 0 where one may now.
    let secondsToNext: Int
  }

  /// Clients beyond these share one bucket, so that memory stays bounded (about 10 MB).
  static let clientLimit = 100_000

  fileprivate struct Buckets {
    var fullAt: [String: ContinuousClock.Instant] = [:]
    var prunedAt: ContinuousClock.Instant?
  }

  let limits: Limits
  private let clientLimit: Int
  private let buckets = Mutex(Buckets())

  init(_ limits: Limits, clientLimit: Int = RateLimiter.clientLimit) {
    self.limits = limits
    self.clientLimit = clientLimit
  }

  func decide(for client: String, at now: ContinuousClock.Instant) -> Decision {
    let interval = Duration.seconds(60) / Double(limits.perMinute)
    let capacity = interval * limits.burst
    return buckets.withLock { buckets in
      let key = buckets.key(for: client, limit: clientLimit, at: now)
      let full = max(buckets.fullAt[key] ?? now, now)
      let after = full + interval
      let isAllowed = after - now <= capacity
      if isAllowed { buckets.fullAt[key] = after }
      let debt = (isAllowed ? after : full) - now
      return Decision(
        isAllowed: isAllowed, remaining: Int((capacity - debt) / interval),
        secondsToFull: Self.wholeSeconds(debt),
        secondsToNext: isAllowed ? 0 : max(Self.wholeSeconds(after - now - capacity), 1))
    }
  }

  private static func wholeSeconds(_ duration: Duration) -> Int {
    Int((duration / .seconds(1)).rounded(.up))
  }
}

extension RateLimiter.Buckets {
  /// The client's own bucket, or the common one when too many others aren't full yet.
  fileprivate mutating func key(
    for client: String, limit: Int, at now: ContinuousClock.Instant
  ) -> String {
    guard fullAt[client] == nil, fullAt.count >= limit else { return client }
    if prunedAt.map({ now - $0 >= .seconds(1) }) ?? true {
      fullAt = fullAt.filter { $0.value > now }
      prunedAt = now
    }
    return fullAt.count < limit ? client : "(others)"
  }
}
