import Documents

/// Runs two pieces of work at once, on two threads. Throws what the first throws, else what the
/// second throws.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () throws -> First, _ second: @Sendable () throws -> Second
) throws -> (First, Second) {
  let results = try [true, false].concurrentMap { isFirst -> (First?, Second?) in
    if isFirst { return (try first(), nil) }
    return (nil, try second())
  }
  guard let firstResult = results[0].0, let secondResult = results[1].1 else {
    preconditionFailure("each piece of work gave its result or threw")
  }
  return (firstResult, secondResult)
}
