import Foundation
import Testing

@Suite("tillit index --gate")
struct IndexGateTests {
  @Test("the old index goes on answering when the new one is worse, until it is put in place")
  func worse() throws {
    let program = try EvaluationProgram()
    #expect(try program.tillit("index").exitCode == 0)
    try program.emptyTexts()
    let gated = try program.tillit("index", "--gate", "questions.jsonl")
    #expect(gated.exitCode == 1)
    #expect(gated.notices.contains("success@1 fell from 1.000 to 0.000"))
    #expect(gated.notices.contains("the new index answers worse and was not put in place"))
    let asked = try program.tillit("ask", "Hva gjelder for ferie?")
    #expect(asked.exitCode == 0)
    #expect(asked.output.contains("Regelen om ferie er fastsatt i avtalen."))
    #expect(asked.notices.contains("answering from the old one"))
    #expect(try program.tillit("index").exitCode == 0)
    #expect(try program.tillit("ask", "Hva gjelder for ferie?").exitCode == 1)
    #expect(!program.exists("index/index.sqlite.held"))
  }

  @Test("an index that is no worse is put in place")
  func same() throws {
    let program = try EvaluationProgram()
    _ = try program.tillit("index")
    try program.write("# Om noe nytt\n\nDette er nytt.\n", to: "texts/nytt.md")
    let gated = try program.tillit("index", "--gate", "questions.jsonl")
    #expect(gated.exitCode == 0)
    #expect(gated.notices.contains("No difference from the old index."))
    #expect(try program.tillit("ask", "nytt").output.contains("Dette er nytt."))
  }

  @Test("questions about documents that were taken out don't count")
  func withdrawn() throws {
    let program = try EvaluationProgram()
    _ = try program.tillit("index")
    for subject in EvaluationProgram.subjects.dropLast() {
      try FileManager.default.removeItem(
        at: program.folder.appendingPathComponent("texts/\(subject).md"))
    }
    let gated = try program.tillit("index", "--gate", "questions.jsonl")
    #expect(gated.exitCode == 0)
    #expect(gated.notices.contains("9 questions ask for documents that are not in the collection"))
  }

  @Test("without an old index there is nothing to compare with")
  func first() throws {
    let program = try EvaluationProgram()
    let gated = try program.tillit("index", "--gate", "questions.jsonl")
    #expect(gated.exitCode == 0)
    #expect(gated.notices.contains("no old index to compare with"))
  }
}
