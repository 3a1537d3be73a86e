import Documents
import Retrieval
import Testing

/// As of a date: texts not in force stand below those that were, and say so.
@Suite struct InForceTests {
  private static func text(_ title: String, _ metadata: String, _ body: String) -> String {
    """
    ---
    title: \(title)
    \(metadata)
    ---
    # \(title)

    ## Overtid

    \(body)
    """
  }

  private static let old = text(
    "Avtale 2020", "in_force_from: 2020-05-01\nin_force_to: 2022-04-30",
    "Overtid betales med femti prosent tillegg for de første timene hver kveld. Overtid avtales.")
  private static let current = text(
    "Avtale 2022", "in_force_from: 2022-05-01\nin_force_to: 2024-04-30",
    "Overtid betales med seksti prosent etter arbeidstid på hverdager.")
  private static let coming = text(
    "Avtale 2024", "in_force_from: 2024-05-01",
    "Overtid betales med hundre prosent alle helger og dager der bedriften ellers er stengt.")

  private func answer(_ question: String, asOf date: String?) throws -> Answer {
    let index = try InlineTexts.index([
      "a.md": Self.old, "b.md": Self.current, "c.md": Self.coming,
    ])
    return try Assistant(index: index)
      .answer(to: Question(question, scope: Question.Scope(asOf: date)), explaining: true)
  }

  @Test(
    "the text in force on the date comes first, the others say why they don't count",
    arguments: [
      ("2021-01-01", "Avtale 2020"), ("2022-04-30", "Avtale 2020"), ("2022-05-01", "Avtale 2022"),
      ("2024-04-30", "Avtale 2022"), ("2026-11-21", "Avtale 2024"),
    ])
  func order(date: String, expected: String) throws {
    let passages = try answer("overtid betales", asOf: date).passages
    #expect(passages.count == 3)
    #expect(passages.first?.document.title == expected)
    let on = try #require(PolicyDate(date))
    for cited in passages {
      switch cited.standing {
      case .inForce: #expect(cited.document.title == expected)
      case .notYetInForce(let day, let from): #expect(day == on && from > on)
      case .noLongerInForce(let day, let to): #expect(day == on && to < on)
      case .superseded: Issue.record("nothing is superseded here")
      }
    }
    #expect(passages.filter { $0.standing == .inForce }.count == 1)
  }

  @Test("without a date the words alone decide")
  func noDate() throws {
    let passages = try answer("overtid femti prosent kveld", asOf: nil).passages
    #expect(passages.first?.document.title == "Avtale 2020")
    #expect(passages.allSatisfy { $0.standing == .inForce })
  }

  @Test("an explanation still adds up to the score")
  func explained() throws {
    for cited in try answer("overtid betales i 2021", asOf: "2026-11-21").passages {
      let explanation = try #require(cited.explanation)
      #expect(abs(explanation.total - cited.score) < 1e-9)
    }
  }

  @Test(
    "a question that names a year prefers the text of that year",
    arguments: [
      ("hva var overtid i 2021", "Avtale 2020"), ("overtime overtid in 2023", "Avtale 2022"),
      ("overtid i 2025", "Avtale 2024"),
      // A number that is no year asked about.
      ("overtid betales 2021 ganger", "Avtale 2024"),
    ])
  func year(question: String, expected: String) throws {
    let passages = try answer(question, asOf: "2026-11-21").passages
    #expect(passages.first?.document.title == expected)
  }

  @Test(
    "a text that another replaces is superseded once that one applies",
    arguments: [
      (nil, "Nye retningslinjer"), ("2025-06-01", "Nye retningslinjer"),
      ("2024-06-01", "Retningslinjer"),
    ] as [(String?, String)])
  func superseded(date: String?, expected: String) throws {
    let index = try InlineTexts.index([
      "gamle.md": Self.text(
        "Retningslinjer", "adopted: 2019-01-01", "Overtid skal drøftes med klubben. Overtid teller."
      ),
      "nye.md": Self.text(
        "Nye retningslinjer", "in_force_from: 2025-01-01\nsupersedes: gamle.md",
        "Overtid skal avtales skriftlig med klubben og føres i en egen liste."),
    ])
    let question = Question("overtid klubben", scope: Question.Scope(asOf: date))
    let passages = try Assistant(index: index).answer(to: question).passages
    #expect(passages.first?.document.title == expected)
    let old = try #require(passages.first { $0.document.title == "Retningslinjer" })
    let isOld = expected == "Nye retningslinjer"
    #expect(old.standing == (isOld ? .superseded(by: "Nye retningslinjer") : .inForce))
  }

  @Test("what only an old text answers is still found, and labelled")
  func onlyOld() throws {
    let index = try InlineTexts.index([
      "a.md": Self.old,
      "d.md": Self.text("Ferieavtale", "in_force_from: 2020-01-01", "Ferie er fem uker hvert år."),
    ])
    let question = Question("overtid prosent tillegg", scope: Question.Scope(asOf: "2025-01-01"))
    let best = try #require(try Assistant(index: index).answer(to: question).passages.first)
    #expect(best.document.title == "Avtale 2020")
    #expect(best.standing != .inForce)
  }

  @Test(
    "a year or a month in the metadata stands for its first and last day",
    arguments: [
      ("2022", "2022-12-31", true), ("2022", "2023-01-01", false), ("2022-02", "2022-02-28", true),
      ("2022-02", "2022-03-01", false), ("ukjent", "2030-01-01", true),
    ])
  func partialDates(end: String, date: String, isInForce: Bool) throws {
    let index = try InlineTexts.index([
      "a.md": Self.text("Avtale", "in_force_to: \(end)", "Overtid betales med tillegg.")
    ])
    let question = Question("overtid", scope: Question.Scope(asOf: date))
    let best = try #require(try Assistant(index: index).answer(to: question).passages.first)
    #expect((best.standing == .inForce) == isInForce)
  }
}
