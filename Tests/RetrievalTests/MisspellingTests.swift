import Analysis
import Retrieval
import Testing
import TestSupport

/// Over the policy texts, guides and vocabulary that come with the project.
@Suite struct MisspellingTests {
  private let knowledge: ProjectKnowledge.Contents
  private let speller: Speller

  init() throws {
    knowledge = try ProjectKnowledge.shared.get()
    speller = Speller(
      index: knowledge.texts, vocabulary: knowledge.vocabulary, guides: knowledge.guides)
  }

  private func corrected(_ text: String) throws -> AnalyzedQuery {
    try speller.correct(QueryAnalyzer().analyze(Question(text)))
  }

  private func isKnown(_ word: Substring) -> Bool {
    [knowledge.texts, knowledge.guides].contains { $0.lexicon.passageCount(of: String(word)) > 0 }
  }

  @Test("at least 85 % of the misspellings of known words are restored")
  func restored() throws {
    let pairs = try ProjectKnowledge.rows(ofTable: "misspellings.tsv")
      .filter { $0[1].split(separator: " ").allSatisfy(isKnown) }
    let failures = try pairs.filter { pair in
      try corrected(pair[0]).tokens.map(\.form).joined(separator: " ") != pair[1]
    }
    #expect(pairs.count >= 150)
    #expect(Double(failures.count) <= 0.15 * Double(pairs.count), "\(failures)")
  }

  @Test("at most 1 % of correct words are touched, alone or in their questions")
  func untouched() throws {
    let questions = try ProjectKnowledge.questions(exceptKinds: ["typo", "compound"])
    let right = try ProjectKnowledge.rows(ofTable: "misspellings.tsv").map { $0[1] }
    let texts = questions + right
    let words = Set(texts.flatMap { QueryAnalyzer().analyze(Question($0)).tokens.map(\.form) })
    let touched = try words.filter { try !corrected($0).corrections.isEmpty }
    #expect(Double(touched.count) <= 0.01 * Double(words.count), "\(touched.sorted())")
    let corrections = try texts.flatMap { try corrected($0).corrections }
    #expect(Double(corrections.count) <= 0.01 * Double(words.count), "\(corrections)")
  }
}
