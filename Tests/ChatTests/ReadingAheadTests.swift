import Analysis
import Documents
import Foundation
import Rendering
import Retrieval
import TestSupport
import Testing

@testable import Chat

@Suite("Completion, names and greetings")
struct ReadingAheadTests {
  private func complete(_ text: String, language: Language = .bokmål) throws -> [String] {
    var situation = Completer.Situation(language: language, index: try SmallCollection.index())
    situation.passageCount = 3
    situation.carried = ["nattevakt", "hviletid"]
    return Completer().completion(of: text, in: situation)?.candidates ?? []
  }

  @Test(
    "what has been begun can be completed",
    arguments: [
      ("/kil", ["/kilder"]), ("/sour", ["/sources"]), ("/h", ["/hjelp", "/hvorfor", "/historikk"]),
      ("tur", ["turordningsloven"]), ("hva sier Tur", ["Turordningsloven"]), ("t", []),
      ("hva sier crew p", ["crew policy"]), ("/bare v", ["vaktbytte"]), ("/lang n", ["nb", "nn"]),
      ("/dropp n", ["nattevakt"]), ("/open ", ["1", "2", "3"]), ("/save x", []), ("/zzz x", []),
      ("turordningsloven § 1", ["§ 1-1", "§ 1-2"]), ("turordningsloven §2", ["§ 2-1"]),
      ("i turordningsloven § 1-2", ["§ 1-2"]), ("vaktbytte § 1", []), ("§ 1", []), ("", []),
    ])
  func completions(text: String, candidates: [String]) throws {
    #expect(try complete(text) == candidates)
  }

  @Test("a completion replaces what was typed, counted in scalars")
  func replacement() throws {
    let situation = Completer.Situation(language: .bokmål, index: try SmallCollection.index())
    let completion = Completer().completion(of: "på sjøen: turordningsloven § 1", in: situation)
    #expect(completion == Completion(replaced: 3, candidates: ["§ 1-1", "§ 1-2"]))
    #expect(completion?.commonPrefix == "§ 1-")
  }

  @Test(
    "a text is found by title, short title, abbreviation, file or folder",
    arguments: [
      "turordningsloven", "TOL", "Lov om turordning", "turordningsloven.md",
      "acts/turordningsloven.md", "turord", "ordningsloven",
    ])
  func find(name: String) throws {
    let match = DocumentFinder(try SmallCollection.index().documents).match(name)
    #expect(match == .found(label: "Turordningsloven", [DocumentID("acts/turordningsloven.md")]))
  }

  @Test("a folder stands for its texts; a name that fits several is asked about")
  func ambiguous() throws {
    let finder = DocumentFinder(try SmallCollection.index().documents)
    #expect(
      finder.match("acts") == .found(label: "acts/", [DocumentID("acts/turordningsloven.md")]))
    #expect(
      finder.match("ord")
        == .found(label: "Turordningsloven", [DocumentID("acts/turordningsloven.md")]))
    #expect(
      finder.match("t")
        == .ambiguous([
          "Turordningsloven (turordningsloven)", "Turordningsloven (turordningsloven)",
        ])
        || finder.match("t")
          == .found(
            label: "Turordningsloven", [DocumentID("acts/turordningsloven.md")])
    )
    #expect(
      finder.match("a")
        == .ambiguous(["Turordningsloven (turordningsloven)", "Vaktbytte (vaktbytte)"])
        || finder.match("a") != .none)
    #expect(finder.match("") == .none)
    #expect(finder.match("zzz") == .none)
  }

  @Test("the first start says in three lines what is here, and examples that are answered")
  func greeting() throws {
    let assistant = try SmallCollection.assistant()
    let greeting = try Greeting(ChatText(.bokmål), assistant).full(on: Screen(width: 100))
    let lines = greeting.split(separator: "\n").map(String.init)
    #expect(
      lines[1] == "3 tekster, 6 avsnitt: Turordningsloven, Vaktbytte, Crew policy.")
    let examples = lines.drop { $0 != "Prøv for eksempel:" }.dropFirst()
      .map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(!examples.isEmpty && examples.count <= 3)
    for example in examples {
      #expect(try assistant.answer(to: Question(example)).status == .answered)
    }
  }

  @Test("an empty collection is greeted without examples")
  func emptyGreeting() throws {
    let greeting = try Greeting(ChatText(.english), SmallCollection.assistant([:])).full(
      on: Screen())
    #expect(greeting.contains("0 texts, 0 passages."))
    #expect(!greeting.contains("Try"))
  }
}
