import Documents
import Retrieval
import Testing
import TestSupport

@Suite("Refusing what the texts don't answer")
struct RefusalTests {
  private static let guide = """
    ---
    title: Spørsmål
    kind: asked
    ---
    # Spørsmål

    ## Kontingentens størrelse: forbundets vedtekter

    - Hva koster det å være medlem i måneden?
    - hvor mye trekker forbundet i kontingent

    ## Sykt barn: ferieloven § 3

    - ungen har feber, må jeg på jobb?
    """

  /// A collection large enough to refuse, about one thing each passage.
  private static let assistant = Result {
    let rules = (1...60).map { number in
      "## § \(number)\n\nArbeidstaker har krav på ordning\(number) når forhold\(number) foreligger."
    }
    let law = "# Ferieloven\n\n" + rules.joined(separator: "\n\n")
    return Assistant(
      index: try InlineTexts.index(["ferieloven.md": law]),
      guides: try InlineTexts.index(["asked.md": guide]))
  }

  private func answer(_ question: String) throws -> Answer {
    try Self.assistant.get().answer(to: Question(question))
  }

  @Test("a question that stands elsewhere is refused, and it says where it stands")
  func elsewhere() throws {
    let answer = try answer("hva koster det å være medlem, og hvor mye har arbeidstaker krav på?")
    #expect(answer.status == .notFound)
    #expect(answer.passages.isEmpty)
    #expect(answer.interpretation.elsewhere == "forbundets vedtekter")
    #expect(answer.interpretation.unknownWords.contains("medlem"))
    #expect(answer.nearestMiss != nil)
  }

  @Test("what the texts say is answered, with a confidence of the first passage above the others'")
  func answered() throws {
    let answer = try answer("krav på ordning7 når forhold7 foreligger")
    #expect(answer.status != .notFound)
    #expect(answer.passages.first?.citation.provision?.number == "7")
    let confidences = answer.passages.map(\.confidence)
    #expect(confidences == confidences.sorted(by: >))
    #expect(confidences.allSatisfy { (0...1).contains($0) })
  }

  @Test("a ranking without what guides cite has a confidence too")
  func stageOne() throws {
    var configuration = Assistant.Configuration()
    configuration.rescoring = .none
    let assistant = try Self.assistant.get()
    let plain = Assistant(index: assistant.index, configuration: configuration)
    let answer = try plain.answer(to: Question("krav på ordning7 når forhold7 foreligger"))
    #expect(answer.passages.first?.citation.provision?.number == "7")
    #expect(answer.passages.allSatisfy { (0...1).contains($0.confidence) })
  }

  @Test("a page of questions leads to the provision in its heading")
  func led() throws {
    let answer = try answer("ungen har feber")
    #expect(answer.passages.first?.citation.provision?.number == "3")
    #expect(answer.interpretation.elsewhere == nil)
  }

  @Test("who names a provision, or where to look, is not refused")
  func named() throws {
    #expect(try answer("hva koster medlemskap etter ferieloven § 12?").status == .answered)
    #expect(try answer("arbeidstaker medlem title:ferieloven").status != .notFound)
  }
}
