import Documents
import Measures
import Retrieval

/// Asks questions as a person would, and keeps what was answered.
struct AnswerRecorder {
  private let assistant: Assistant
  private let scope: Question.Scope
  private let clock = ContinuousClock()

  init(_ assistant: Assistant, scope: Question.Scope = Question.Scope()) {
    self.assistant = assistant
    self.scope = scope
  }

  /// One entry for each question, in order. `progress` is called with how many are done.
  func run(of questions: [EvaluationQuestion], progress: (Int) -> Void = { _ in }) throws
    -> [RunEntry]
  {
    var run: [RunEntry] = []
    for question in questions {
      run.append(try entry(for: question))
      progress(run.count)
    }
    return run
  }

  /// Asks a question's history first, in order, in the same conversation; only the question itself
  /// is timed.
  private func entry(for question: EvaluationQuestion) throws -> RunEntry {
    var conversation = Conversation()
    for earlier in question.history {
      conversation = try assistant.answer(to: Question(earlier, scope: scope), in: conversation)
        .conversation
    }
    let start = clock.now
    let answer = try assistant.answer(to: Question(question.text, scope: scope), in: conversation)
    let elapsed = clock.now - start
    return RunEntry(
      id: question.id, status: answer.status.rawValue,
      passages: try passages(of: answer),
      latency: elapsed / .milliseconds(1))
  }
}

extension AnswerRecorder {
  /// What was found: each passage, then those folded under it, since judgements may name either; of
  /// a refusal, the near misses, whose ranking counts apart from the refusal.
  private func passages(of answer: Answer) throws -> [RunEntry.Passage] {
    let found = answer.passages.isEmpty ? answer.nearMisses : answer.passages
    return try found.flatMap { cited in
      let folded = try cited.alsoIn.compactMap { try assistant.index.ordinal(of: $0.passage) }
        .map {
          RunEntry.Passage(
            folded: try assistant.index.passage(at: $0), under: cited, in: assistant.index)
        }
      return [RunEntry.Passage(cited)] + folded
    }
  }
}

extension RunEntry.Passage {
  /// A passage that says the same as one shown.
  fileprivate init(
    folded passage: IndexedPassage, under cited: CitedPassage, in index: any PassageIndex
  ) {
    let document = index.documents[passage.document]
    self.init(
      document: document.id.rawValue, text: passage.text,
      range: ByteRange(passage.passage.range), score: cited.score, confidence: cited.confidence,
      quote: nil, citation: document.citedName, explanation: nil)
  }

  fileprivate init(_ cited: CitedPassage) {
    self.init(
      document: cited.document.id.rawValue, text: cited.passage.text,
      range: ByteRange(cited.passage.passage.range), score: cited.score,
      confidence: cited.confidence,
      quote: RunEntry.Quote(text: cited.quoteText, range: ByteRange(cited.quote)),
      citation: cited.citation.text, explanation: Self.explanation(of: cited))
  }

  /// The parts of the score, and the words that matched, each once, in the order of the text.
  private static func explanation(of cited: CitedPassage) -> String? {
    let parts = cited.explanation?.parts.map { "\($0.name) \($0.value.fixed(2))" } ?? []
    var seen: Set<String> = []
    let words = cited.highlights.map { cited.passage.text(in: $0).lowercased() }
      .filter { seen.insert($0).inserted }
    let matched = words.isEmpty ? [] : ["matched: " + words.joined(separator: ", ")]
    let lines = (parts.isEmpty ? [] : [parts.joined(separator: " + ")]) + matched
    return lines.isEmpty ? nil : lines.joined(separator: "; ")
  }
}
