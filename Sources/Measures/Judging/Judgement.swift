/// What a person said of a part of a document: how well it answers a question.
///
/// The part is a quote or a range of the document's text, never a passage of some index, so that a
/// judgement holds however the document is cut into passages.
package struct Judgement: Codable, Sendable, Equatable {
  /// A file name, or a path within the knowledge folder where a name alone is ambiguous.
  package var doc: String
  /// Verbatim after collapsing white space; the shortest text that answers.
  package var quote: String?
  /// Where the part stands; what decides when there is no quote.
  package var range: ByteRange?
  /// 2 answers fully, 1 partly, 0 not at all.
  package var grade: Int
  /// The passage that the judge was shown, by which two judges' marks are paired.
  package var shown: ByteRange?

  package init(
    doc: String, quote: String? = nil, range: ByteRange? = nil, grade: Int,
    shown: ByteRange? = nil
  ) {
    self.doc = doc
    self.quote = quote
    self.range = range
    self.grade = grade
    self.shown = shown
  }

  /// The least share of a judged range that a passage must cover to count as holding it.
  static let coveredShare = 0.6

  /// Whether a document is the one judged: `ferieloven.md` is any file of that name,
  /// `acts/ferieloven.md` that path alone.
  package func names(document: String) -> Bool {
    doc.contains("/") ? doc == document : doc.utf8.elementsEqual(document.fileName.utf8)
  }
}

extension Judgement {
  private enum CodingKeys: String, CodingKey { case doc, quote, range, grade, shown }

  /// Throws `DecodingError` where neither a quote nor a range says what was judged.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      doc: try container.decode(String.self, forKey: .doc),
      quote: try container.decodeIfPresent(String.self, forKey: .quote),
      range: try container.decodeIfPresent(ByteRange.self, forKey: .range),
      grade: try container.decode(Int.self, forKey: .grade),
      shown: try container.decodeIfPresent(ByteRange.self, forKey: .shown))
    guard quote?.isEmpty == false || range != nil else {
      throw DecodingError.dataCorruptedError(
        forKey: .quote, in: container, debugDescription: "a judgement needs a quote or a range")
    }
  }
}

extension String {
  /// What follows the last slash.
  package var fileName: Substring { split(separator: "/").last ?? "" }
}
