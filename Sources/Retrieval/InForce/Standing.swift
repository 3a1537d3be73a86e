/// Whether a text was in force on the date asked about.
package enum Standing: Sendable, Equatable {
  /// As far as its metadata tells.
  case inForce
  case notYetInForce(on: PolicyDate, from: PolicyDate)
  case noLongerInForce(on: PolicyDate, to: PolicyDate)
  /// Another text of the collection replaces it, by the name that citations use.
  case superseded(by: String)
}
