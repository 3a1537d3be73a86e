import Documents
import Foundation
import TestSupport
import Testing

@testable import Retrieval

@Suite("Following a conversation")
struct ConversationTests {
  private static let assistant = Result {
    Assistant(
      index: try InlineTexts.index([
        "leieloven.md": """
        # Leieloven

        ## § 1 Innleie

        Innleie fra bemanningsforetak til byggeplass i Oslo er forbudt.

        ## § 2 Verneombud

        Verneombud velges for to år. Små virksomheter kan avtale en annen ordning.

        ## § 3 Lærlinger

        Lærlinger har de samme rettighetene som andre, også til verneombud.

        ## § 4 Pauser

        Arbeidstaker har rett til pause når arbeidstiden er over fem timer.
        """
      ]))
  }

  /// Over our own texts, with the vocabulary and the guides.
  private static let projectAssistant = Result {
    let knowledge = try ProjectKnowledge.shared.get()
    return Assistant(
      index: knowledge.texts, vocabulary: knowledge.vocabulary, guides: knowledge.guides)
  }

  /// What the last of several questions is answered with.
  private func answer(
    to questions: String..., dropping dropped: String? = nil
  ) throws -> Answer {
    let assistant = try Self.assistant.get()
    var conversation = Conversation()
    for question in questions.dropLast() {
      conversation =
        try assistant.answer(to: Question(question), in: conversation).conversation
    }
    if let dropped { conversation = conversation.dropping(dropped) }
    return try assistant.answer(to: Question(questions.last ?? ""), in: conversation)
  }

  private func provision(_ answer: Answer) -> String? {
    answer.passages.first?.citation.provision?.number
  }

  @Test(
    "a question that leaves out its subject takes it from the one before",
    arguments: ["og for hvor lenge?", "kva med små verksemder?", "what about small ones?"])
  func elliptical(followUp: String) throws {
    let answer = try answer(to: "Hvem velger verneombud?", followUp)
    #expect(answer.interpretation.carried.contains("verneombud"))
    #expect(provision(answer) == "2")
  }

  @Test("what points back is carried to a place that the texts don't know")
  func unknownPlace() throws {
    let answer = try answer(
      to: "Er det forbudt med innleie fra bemanningsforetak?", "gjelder det i Trondheim også?")
    #expect(provision(answer) == "1")
    #expect(answer.interpretation.unknownWords == ["trondheim"])
  }

  @Test(
    "a question about something else doesn't go on",
    arguments: [
      ("Hvem velger verneombudet?", "Hvor høyt er frikortet i år?"),
      ("Har jeg krav på ferie?", "Hvem kan velges til verneombud?"),
      ("Who elects the safety representative?", "How much notice must I be given?"),
    ])
  func newTopic(earlier: String, later: String) throws {
    let assistant = try Self.projectAssistant.get()
    let first = try assistant.answer(to: Question(earlier))
    let second = try assistant.answer(to: Question(later), in: first.conversation)
    #expect(second.conversation.turns.last?.isFollowUp == false)
  }

  @Test("a question about nothing that is here is not answered from what was asked before")
  func unknownTopic() throws {
    let answer = try answer(to: "Hvem velger verneombud?", "kva er kvantefysikk?")
    #expect(answer.interpretation.carried == [])
    #expect(answer.status == .notFound)
  }

  @Test("yes and no between two questions don't weaken what is carried")
  func wordless() throws {
    let direct = try answer(to: "Hvem velger verneombud?", "og for hvor lenge?")
    let interrupted = try answer(to: "Hvem velger verneombud?", "ja", "og for hvor lenge?")
    #expect(interrupted.interpretation.carried == direct.interpretation.carried)
    #expect(
      interrupted.passages.map(\.passage.id).first == direct.passages.map(\.passage.id).first)
  }

  @Test("a correction replaces the question before")
  func correction() throws {
    let answer = try answer(
      to: "Har arbeidstaker rett til pause?", "nei, jeg mente verneombud for lærlinger")
    #expect(!answer.interpretation.carried.contains("pause"))
    #expect(provision(answer) == "3")
  }

  @Test("a question that asks two things is answered for each, and says which isn't answered")
  func parts() throws {
    let answer = try answer(
      to: "Hvem velger verneombud, og hvor høyt er månefrikortet?")
    #expect(answer.parts.map(\.text) == ["Hvem velger verneombud", "hvor høyt er månefrikortet"])
    #expect(answer.parts.first?.passage?.citation.provision?.number == "2")
    #expect(answer.parts.last?.status == .notFound)
    #expect(answer.parts.last?.passage == nil)
    #expect(try self.answer(to: "Hvem velger verneombud?").parts == [])
  }

  @Test("a word that the asker drops is not carried")
  func dropped() throws {
    let answer = try answer(
      to: "Hvem velger verneombud?", "og for hvor lenge?", dropping: "verneombud")
    #expect(!answer.interpretation.carried.contains("verneombud"))
  }

  @Test("pairs of questions in three languages are told apart: those that go on, those that don't")
  func pairs() throws {
    let assistant = try Self.projectAssistant.get()
    let lines = try Data(
      contentsOf: ProjectKnowledge.root.appending(path: "Evaluation/followups.jsonl")
    ).split(separator: UInt8(ascii: "\n"))
    var right = [true: 0, false: 0]
    var total = right
    for line in lines {
      let pair = try JSONDecoder().decode(Pair.self, from: line)
      var conversation = Conversation()
      for question in pair.history + [pair.text] {
        conversation =
          try assistant.answer(to: Question(question), in: conversation).conversation
      }
      total[pair.follows, default: 0] += 1
      if conversation.turns.last?.isFollowUp == pair.follows {
        right[pair.follows, default: 0] += 1
      }
    }
    for follows in [true, false] {
      let (right, total) = (right[follows, default: 0], total[follows, default: 0])
      #expect(total >= 150)
      #expect(Double(right) >= 0.95 * Double(total), "\(right) of \(total), following: \(follows)")
    }
  }

  private struct Pair: Decodable {
    let history: [String]
    let text: String
    let follows: Bool
  }
}
