/// How long a connection may take over each step, and how many there may be.
package struct ConnectionLimits: Sendable, Equatable {
  /// Until a request's head is complete, from the connection's start or the last response.
  package var head = Duration.seconds(10)
  /// Until the body is complete, from the head.
  package var body = Duration.seconds(5)
  /// Until the client has taken the response.
  package var response = Duration.seconds(20)
  /// How long what follows a refused body is thrown away.
  package var linger = Duration.seconds(1)
  /// Open connections; beyond them the longest idle is closed.
  package var connections = 1_024

  package init() {}

  var shortest: Duration { min(head, body, response, linger) }
}
