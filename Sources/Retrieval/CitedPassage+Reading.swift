import Documents

extension CitedPassage {
  /// A passage that is read because another leads to it, not because it was asked for.
  package init(reading passage: IndexedPassage, in document: IndexedDocument) {
    let range = passage.passage.range
    self.init(
      rank: 0, score: 0, confidence: 0, passage: passage, document: document, quote: range,
      quoteText: passage.text, highlights: [],
      citation: Citation(of: passage, quote: range, in: document))
  }
}

extension Answer {
  /// An answer from its parts, in no conversation.
  package init(
    to question: Question, _ status: Status, passages: [CitedPassage],
    interpretation: Interpretation
  ) {
    self.init(
      question: question, status: status, interpretation: interpretation, passages: passages,
      conversation: Conversation())
  }
}
