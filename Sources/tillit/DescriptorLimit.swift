import Foundation

/// How many files and connections the process may have open.
enum DescriptorLimit {
  /// For the index, the event loops and the log.
  private static let reserve = 64

  /// The connections, of those wished for, that there are descriptors for, once the limit has been
  /// raised as far as the system lets it be.
  static func connections(upTo wished: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return wished }
    let needed = rlim_t(wished + reserve)
    if limit.rlim_cur < needed {
      limit.rlim_cur = min(needed, limit.rlim_max)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return limit.rlim_cur >= needed ? wished : max(Int(limit.rlim_cur) - reserve, 1)
  }
}
