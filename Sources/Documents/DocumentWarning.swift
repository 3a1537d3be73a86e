/// Something about a document that a person should mend; the document is read all the same.
package struct DocumentWarning: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case malformedMetadata(String)
    case unclosedFrontMatter
    case replacedBytes(Int)
  }

  package var file: String
  /// From 1; nil where the whole file is meant.
  package var line: Int?
  package var reason: Reason

  package init(file: String, line: Int?, reason: Reason) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}
