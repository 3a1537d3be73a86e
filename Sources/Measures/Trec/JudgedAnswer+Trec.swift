extension JudgedAnswer {
  /// Judges a TREC run by TREC judgements: every judged question, one that the run lacks as empty.
  package static func judging(_ run: TrecRun, by qrels: TrecQrels) -> [JudgedAnswer] {
    qrels.questions.map { question in
      let grades = qrels.grades(of: question)
      let hits = run.hits(for: question)
      return JudgedAnswer(
        question: EvaluationQuestion(
          id: question, text: question, kind: "all",
          relevant: grades.sorted { $0.key < $1.key }
            .map { Judgement(doc: $0.key, quote: $0.key, grade: $0.value) }),
        entry: RunEntry(
          id: question, status: hits.isEmpty ? "not_found" : "answered",
          passages: hits.map { .init(document: $0.document, text: "", score: $0.score) }),
        ranking: JudgedRanking(
          grades: hits.map { hit in grades[hit.document].flatMap { $0 < 0 ? nil : $0 } },
          idealGrades: Array(grades.values), nonRelevantCount: grades.values.count { $0 == 0 }))
    }
  }
}
