/// What a system answered to one question: a line of a run file.
///
/// Names are those of an answer's JSON form. Only `id`, `status`, and each passage's `document` and
/// `text` are needed; measures that need more leave out answers that lack it.
package struct RunEntry: Codable, Sendable, Equatable {
  /// A passage that was returned.
  package struct Passage: Codable, Sendable, Equatable {
    package var document: String
    package var text: String
    /// Where it stands in the document's text.
    package var range: ByteRange?
    package var score: Double?
    /// Between 0 and 1.
    package var confidence: Double?
    /// The sentence that answers.
    package var quote: Quote?
    package var citation: String?
    /// Why the passage was ranked where it is.
    package var explanation: String?

    package init(
      document: String, text: String, range: ByteRange? = nil, score: Double? = nil,
      confidence: Double? = nil, quote: Quote? = nil, citation: String? = nil,
      explanation: String? = nil
    ) {
      self.document = document
      self.text = text
      self.range = range
      self.score = score
      self.confidence = confidence
      self.quote = quote
      self.citation = citation
      self.explanation = explanation
    }
  }

  /// A sentence within a passage.
  package struct Quote: Codable, Sendable, Equatable {
    package var text: String
    package var range: ByteRange?

    package init(text: String, range: ByteRange? = nil) {
      self.text = text
      self.range = range
    }
  }

  package var id: String
  /// `answered`, `uncertain` or `not_found`.
  package var status: String
  /// Best first.
  package var passages: [Passage]
  /// In milliseconds.
  package var latency: Double?

  package init(id: String, status: String, passages: [Passage], latency: Double? = nil) {
    self.id = id
    self.status = status
    self.passages = passages
    self.latency = latency
  }

  /// What stands for a question that a run lacks: a refusal.
  package static func missing(id: String) -> RunEntry {
    RunEntry(id: id, status: "not_found", passages: [])
  }

  package var isRefusal: Bool { status == "not_found" }

  private enum CodingKeys: String, CodingKey {
    case id, status, passages
    case latency = "elapsed_ms"
  }
}
