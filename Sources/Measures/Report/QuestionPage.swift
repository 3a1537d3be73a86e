/// One question of a report: what was expected, and what was returned.
struct QuestionPage {
  let answer: JudgedAnswer
  let detail: ReportDetail

  var markup: Markup {
    let question = answer.question
    let history: [Markup] = question.history.map {
      "<p class=\"history\">Asked before: \(detail.clip($0))</p>"
    }
    return """
      <details id="\(Self.anchor(of: question.id))"><summary>\(verdict) <code>\
      \(detail.clip(question.id))</code> \
      <span lang="\(question.lang)">\(detail.clip(question.text))</span> <small>\
      \(detail.clip(question.kind)), \(detail.clip(question.lang))</small></summary>
      \(history)
      <h4>Expected</h4>
      \(expected)
      <h4>Returned</h4>
      \(returned)
      </details>
      """
  }

  /// An identifier that holds nothing but letters, digits, hyphens and underscores.
  static func anchor(of id: String) -> String {
    let safe = id.utf8.map { byte -> String in
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": return String(scalar)
      default: return "_\(byte)"
      }
    }
    return "q-" + safe.joined()
  }

  private var verdict: Markup {
    if !answer.question.isAnswerable {
      return answer.entry.isRefusal
        ? "<b class=\"good\">refused</b>" : "<b class=\"bad\">should refuse</b>"
    }
    if answer.entry.isRefusal { return "<b class=\"bad\">refused</b>" }
    return switch answer.rank {
    case 1?: "<b class=\"good\">first</b>"
    case let rank?: "<b class=\"fair\">rank \(rank)</b>"
    case nil: "<b class=\"bad\">missed</b>"
    }
  }

  private var expected: Markup {
    guard answer.question.isAnswerable else { return "<p>No answer: the texts hold none.</p>" }
    let items: [Markup] = answer.question.relevant.map { judgement in
      let place = judgement.range.map { "bytes \($0.start)–\($0.end)" } ?? ""
      return """
        <li>\(Self.grade(judgement.grade)) <cite>\(detail.clip(judgement.doc))</cite> \
        <q>\(detail.clip(judgement.quote ?? place))</q></li>
        """
    }
    return "<ul>\(items)</ul>"
  }

  private var returned: Markup {
    guard !answer.entry.passages.isEmpty else { return "<p>Nothing.</p>" }
    let shown = zip(answer.entry.passages, answer.ranking.grades).prefix(detail.passages)
    let items: [Markup] = shown.map { passage, grade in
      """
      <li>\(grade.map(Self.grade) ?? "") \(Self.place(of: passage, detail)) \
      \(Self.figures(of: passage))
      <p>\(Self.text(of: passage, detail))</p>\(Self.explanation(of: passage, detail))</li>
      """
    }
    return "<ol>\(items)</ol>"
  }

  private static func grade(_ grade: Int) -> Markup {
    switch grade {
    case JudgedAnswer.fullGrade...: "<b class=\"good\">answers</b>"
    case 1: "<b class=\"fair\">partly</b>"
    default: "<b class=\"bad\">no answer</b>"
    }
  }

  static func place(of passage: RunEntry.Passage, _ detail: ReportDetail) -> Markup {
    let citation = passage.citation.map { "\($0) · \(passage.document)" } ?? passage.document
    return "<cite>\(detail.clip(citation))</cite>"
  }

  static func explanation(of passage: RunEntry.Passage, _ detail: ReportDetail) -> Markup {
    passage.explanation.map { "<p class=\"why\">\(detail.clip($0))</p>" } ?? ""
  }

  private static func figures(of passage: RunEntry.Passage) -> Markup {
    let score = passage.score.map { "score \($0.fixed(2))" }
    let confidence = passage.confidence.map { "confidence \($0.fixed(2))" }
    return "<small>\([score, confidence].compactMap(\.self).joined(separator: ", "))</small>"
  }

  /// The passage, its answering sentence marked; where there is no room, the sentence alone.
  private static func text(of passage: RunEntry.Passage, _ detail: ReportDetail) -> Markup {
    guard let quote = passage.quote?.text, !quote.isEmpty else {
      return "\(detail.clip(passage.text))"
    }
    guard passage.text.count <= detail.characters, let range = passage.text.firstRange(of: quote)
    else { return "<mark>\(detail.clip(quote))</mark>" }
    return """
      \(String(passage.text[..<range.lowerBound]))<mark>\(quote)</mark>\
      \(String(passage.text[range.upperBound...]))
      """
  }
}
