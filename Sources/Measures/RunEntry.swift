/// What a system answered to one question: a line of a run file.
package struct RunEntry: Codable, Sendable, Equatable {
  package struct Passage: Codable, Sendable, Equatable {
    package var document: String
    package var text: String

    package init(document: String, text: String) {
      self.document = document
      self.text = text
    }
  }

  package var id: String
  /// `answered`, `uncertain` or `not_found`.
  package var status: String
  /// Best first.
  package var passages: [Passage]

  package init(id: String, status: String, passages: [Passage]) {
    self.id = id
    self.status = status
    self.passages = passages
  }

  package var isRefusal: Bool { status == "not_found" }
}
