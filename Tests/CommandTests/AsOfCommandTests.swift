import Foundation
import Testing
import TestSupport

/// `--as-of`: answers as of a day.
@Suite struct AsOfCommandTests {
  private let program: Program
  private let knowledge: String

  init() throws {
    program = try Program()
    knowledge = program.folder.file("dated").path
    try program.folder.write(
      """
      ---
      title: Avtale 2020
      in_force_from: 2020-05-01
      in_force_to: 2022-04-30
      ---
      # Avtale 2020

      Overtid betales med femti prosent tillegg.
      """, to: "dated/2020.md")
    try program.folder.write(
      """
      ---
      title: Avtale 2022
      in_force_from: 2022-05-01
      ---
      # Avtale 2022

      Overtid betales med hundre prosent, avtales skriftlig og føres i en egen liste.
      """, to: "dated/2022.md")
  }

  @Test(
    "the text in force on the day comes first, today's when no day is named",
    arguments: [
      (["--as-of", "2021-01-01"], "Avtale 2020"), (["--as-of", "2023-01-01"], "Avtale 2022"),
      ([], "Avtale 2022"),
    ])
  func order(arguments: [String], first: String) throws {
    let result = try program.run(
      Program.Invocation(
        arguments: ["ask", "--limit", "1", "-k", knowledge] + arguments + ["overtid betales"]))
    #expect(result.output.hasPrefix("1. \(first)"))
    #expect(!result.output.contains("kke i kraft"))
  }

  @Test("an older text is marked with the day")
  func marked() throws {
    let result = try program.run(
      "ask", "-k", knowledge, "--as-of", "2023-01-01", "overtid betales")
    #expect(result.output.contains("Ikke i kraft per 2023-01-01 (gjaldt til 2022-04-30)."))
  }

  @Test("what is no day is wrong usage", arguments: ["2023-02-29", "i fjor", "2023"])
  func wrongDay(day: String) throws {
    for command in ["ask", "evaluate"] {
      let result = try program.run(command, "-k", knowledge, "--as-of", day, "overtid")
      #expect(result.status == 64)
      #expect(result.output == "")
      #expect(result.errors.contains("--as-of"))
    }
  }

  @Test("a chat answers as of its day")
  func chat() throws {
    let result = try program.run(
      "chat", "-k", knowledge, "--as-of", "2021-01-01", input: "overtid betales\n")
    #expect(result.output.contains("1. Avtale 2020"))
    #expect(result.output.contains("Ikke i kraft per 2021-01-01 (gjelder fra 2022-05-01)."))
  }

  @Test("an explanation stands under each passage, stages under the score")
  func explained() throws {
    let result = try program.run("ask", "-k", knowledge, "--limit", "1", "--explain", "overtid")
    let lines = result.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines.contains { $0.hasSuffix("  score") })
    #expect(lines.contains { $0.hasSuffix("  stem BM25") })
    #expect(lines.contains { $0.hasSuffix("  overtid") })
  }
}
