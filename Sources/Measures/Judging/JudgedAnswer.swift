/// An answer beside its question, judged: what every measure measures.
package struct JudgedAnswer: Sendable, Equatable {
  package let question: EvaluationQuestion
  package let entry: RunEntry
  package let ranking: JudgedRanking
  /// Whether the sentence that the first passage puts forward answers fully; nil where there is no
  /// passage or no sentence.
  package let hasRightSentence: Bool?

  package init(question: EvaluationQuestion, entry: RunEntry, ranking: JudgedRanking) {
    self.question = question
    self.entry = entry
    self.ranking = ranking
    hasRightSentence = entry.passages.first?.hasRightSentence(for: question)
  }

  package init(_ entry: RunEntry, to question: EvaluationQuestion) {
    self.init(
      question: question, entry: entry, ranking: JudgedRanking(entry, for: question))
  }

  /// Judges a run, in the order of the questions. One that the run lacks counts as refused.
  package static func judging(
    _ run: [RunEntry], of questions: [EvaluationQuestion]
  ) -> [JudgedAnswer] {
    let entries = Dictionary(run.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return questions.map { JudgedAnswer(entries[$0.id] ?? .missing(id: $0.id), to: $0) }
  }

  /// The least grade that answers a question by itself.
  package static let fullGrade = 2

  /// Whether the first passage answers fully; what confidence should foretell.
  package var isRight: Bool {
    question.isAnswerable && (ranking.grades.first ?? 0) ?? 0 >= Self.fullGrade
  }

  /// The rank, from 1, of the first passage that answers fully, or as well as any that was judged.
  package var rank: Int? {
    let grade = min(Self.fullGrade, ranking.idealGrades.first ?? Self.fullGrade)
    return ranking.grades.firstIndex { ($0 ?? 0) >= grade }.map { $0 + 1 }
  }

  /// The first passage's confidence; nil when nothing was answered.
  package var confidence: Double? { entry.isRefusal ? nil : entry.passages.first?.confidence }
}

extension RunEntry.Passage {
  /// Nil where the passage puts no sentence forward.
  fileprivate func hasRightSentence(for question: EvaluationQuestion) -> Bool? {
    quote.map { sentence in
      question.relevant.contains { judgement in
        judgement.grade >= JudgedAnswer.fullGrade && judgement.names(document: document)
          && JudgedPart(judgement).meets(sentence)
      }
    }
  }
}
