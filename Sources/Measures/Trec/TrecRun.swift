package import Foundation

/// A run in TREC's format: `question Q0 document rank score tag`, one a line.
package struct TrecRun: Sendable, Equatable {
  /// A document with its score.
  package struct Hit: Sendable, Equatable {
    package let document: String
    package let score: Double
  }

  /// In the order in which questions first appear.
  package private(set) var questions: [String] = []
  private var hits: [String: [Hit]] = [:]

  /// Throws `MalformedLine` for a line that isn't a hit, or names a document twice.
  package init(_ data: Data) throws(MalformedLine) {
    var named: Set<[String]> = []
    for (line, fields) in try TrecLines.fields(
      in: data, count: 6, of: "question Q0 document rank score tag")
    {
      guard let score = Double(fields[4]), score.isFinite else {
        throw MalformedLine(line: line, problem: "the score \"\(fields[4])\" is no number")
      }
      guard named.insert([fields[0], fields[2]]).inserted else {
        throw MalformedLine(line: line, problem: "\(fields[2]) is named twice")
      }
      add(Hit(document: fields[2], score: score), to: fields[0])
    }
    for question in questions { hits[question]?.sort(by: Hit.precedes) }
  }

  /// Answers as a run over the judgements of `TrecQrels(questions)`: a passage goes by the name of
  /// the judgement it is credited with, else by its place in its document. Scores fall by one from
  /// rank to rank, so that trec_eval, which sorts by score, keeps our order.
  package init(_ answers: [JudgedAnswer]) {
    for answer in answers {
      let credits = CreditedRanking(
        answer.entry, for: answer.question, depth: JudgedRanking.depth
      ).credits
      for (index, credit) in credits.enumerated() {
        let passage = answer.entry.passages[index]
        let name =
          credit.map { TrecQrels.name(ofJudgement: $0, of: answer.question) }
          ?? "\(passage.document.trecField)#\(passage.place)#\(index + 1)"
        add(
          Hit(document: name, score: Double(credits.count - index)),
          to: answer.question.id.trecField)
      }
    }
  }

  private mutating func add(_ hit: Hit, to question: String) {
    if hits[question] == nil { questions.append(question) }
    hits[question, default: []].append(hit)
  }

  /// Best first.
  package func hits(for question: String) -> [Hit] { hits[question] ?? [] }

  /// The file's text.
  package var text: String {
    questions.flatMap { question in
      hits(for: question).enumerated().map { index, hit in
        "\(question) Q0 \(hit.document) \(index + 1) \(hit.score) tillit\n"
      }
    }.joined()
  }
}

extension TrecRun.Hit {
  /// trec_eval's order: by score in single precision, then by name, the last first; ranks in the file
  /// don't count.
  fileprivate static func precedes(_ left: Self, _ right: Self) -> Bool {
    let scores = (Float(left.score), Float(right.score))
    guard scores.0 == scores.1 else { return scores.0 > scores.1 }
    return right.document.utf8.lexicographicallyPrecedes(left.document.utf8)
  }
}

extension RunEntry.Passage {
  fileprivate var place: String { range.map { "\($0.start)-\($0.end)" } ?? "?" }
}
