import Documents
import Foundation
import Retrieval
import Testing

@Suite("What is wrong with a vocabulary")
struct VocabularyCheckTests {
  private static let acts = """
    acts:
      - name: ferieloven
        aliases: [Holidays Act]
      - name: arbeidsmiljøloven
        aliases: [aml]

    """

  private static let texts = [
    "ferieloven.md": """
    # Ferieloven

    ## § 5 Feriefritidens lengde

    Arbeidsgiver skal sørge for at arbeidstaker gis feriefritid på 25 virkedager hvert år.

    ## § 10 Feriepenger

    Arbeidstaker har rett til feriepenger av arbeidsgiver, 10,2 prosent av lønnen.
    """
  ]

  private func reasons(
    _ concepts: String, texts: [String: String]? = nil
  ) throws -> [VocabularyFinding.Reason] {
    let small = SmallVocabulary(Self.acts + "concepts:\n" + concepts)
    return try VocabularyCheck(small.vocabulary, problems: small.problems)
      .findings(against: try texts.map(index)).map(\.reason)
  }

  @Test("a sound vocabulary has no findings")
  func sound() throws {
    let found = try reasons(
      """
        - id: holiday
          nb: [feriefritid]
          lay: {nb: [hvor mange dager fri]}
          provisions: [ferieloven § 5]
          related: [holiday-pay]
        - id: holiday-pay
          nb: [feriepenger]
          provisions: [ferieloven § 10, Holidays Act § 10]
          broader: [holiday]
      """, texts: Self.texts)
    #expect(found == [])
  }

  @Test("an id of two concepts is an error that names the first")
  func duplicateIDs() throws {
    let small = SmallVocabulary(
      """
      concepts:
        - id: holiday
          nb: [ferie]
        - id: holiday
          nb: [feriepenger]
      """)
    let findings = try VocabularyCheck(small.vocabulary).findings()
    #expect(
      findings.map(\.reason) == [.duplicateID("holiday", otherFile: "words.yaml", otherLine: 2)])
    #expect(findings.map(\.line) == [4])
    #expect(findings.map(\.isError) == [true])
  }

  @Test(
    "relations must lead to a concept that is there", arguments: ["broader", "related"])
  func missingTargets(relation: String) throws {
    let found = try reasons("  - {id: a, nb: [ferie], \(relation): [b]}\n")
    #expect(found == [.missingTarget("b")])
  }

  @Test(
    "a concept can't be broader than itself, at whatever remove",
    arguments: [
      (["a": "a"], ["a"]), (["a": "b", "b": "a"], ["a", "b"]),
      (["a": "b", "b": "c", "c": "b"], ["b", "c"]),
    ])
  func cycles(broader: [String: String], expected: [String]) throws {
    let concepts = broader.sorted { $0.key < $1.key }
      .map { "  - {id: \($0.key), nb: [ord\($0.key)x], broader: [\($0.value)]}\n" }
    #expect(try reasons(concepts.joined()) == [.cycle(expected)])
  }

  @Test("two ways to a broader concept are no cycle")
  func noCycle() throws {
    let found = try reasons(
      """
        - {id: a, nb: [alfax], broader: [b, c]}
        - {id: b, nb: [betax], broader: [d]}
        - {id: c, nb: [gammax], broader: [d]}
        - {id: d, nb: [deltax]}
      """)
    #expect(found == [])
  }

  @Test("a lay phrase of two concepts is doubtful, in whatever form it is written")
  func duplicatePhrases() throws {
    let found = try reasons(
      """
        - {id: a, nb: [alfax], lay: {nb: [syk i ferien]}}
        - {id: b, nb: [betax], lay: {nb: [bli syke i ferie]}}
        - {id: c, nb: [gammax], lay: {en: [syk i ferien]}}
      """)
    #expect(found == [.duplicatePhrase("bli syke i ferie", concepts: ["a", "b"])])
  }

  @Test("the texts' word for two things is none of the vocabulary's fault")
  func sharedTerms() throws {
    #expect(try reasons("  - {id: a, nb: [ferie]}\n  - {id: b, nb: [ferie]}\n") == [])
  }

  @Test("a phrase of four concepts is ambiguous")
  func ambiguousPhrases() throws {
    let concepts = ["a", "b", "c", "d"].map { "  - {id: \($0), nb: [ferie]}\n" }.joined()
    #expect(try reasons(concepts) == [.ambiguousPhrase("ferie", concepts: ["a", "b", "c", "d"])])
  }

  @Test("a lay phrase must not come down to a word that any question holds")
  func generalPhrases() throws {
    #expect(
      try reasons("  - {id: a, nb: [alfax], lay: {nb: [får jeg]}}\n")
        == [.generalPhrase("får jeg", key: "få")])
    let found = try reasons(
      "  - {id: a, nb: [feriefritid], lay: {nb: [arbeidsgiver]}}\n", texts: Self.texts)
    #expect(found == [.generalPhrase("arbeidsgiver", key: "arbeidsgiv")])
  }

  @Test(
    "provisions must be of a known act, and be there when the act is",
    arguments: [
      ("ferieloven § 5", nil), ("aml § 15-7", nil),
      ("ferieloven § 99", VocabularyFinding.Reason.unresolvedProvision("ferieloven § 99")),
      ("oppdiktloven § 5", .unknownAct("oppdiktloven § 5")),
      ("§ 5", .unknownAct("§ 5")), ("ferieloven", .unknownAct("ferieloven")),
    ] as [(String, VocabularyFinding.Reason?)])
  func provisions(provision: String, expected: VocabularyFinding.Reason?) throws {
    let found = try reasons(
      "  - {id: a, nb: [feriefritid], provisions: [\"\(provision)\"]}\n", texts: Self.texts)
    #expect(found == [expected].compactMap(\.self))
  }

  @Test("a concept of which the texts hold nothing is dead; single words may be missing")
  func dead() throws {
    #expect(try reasons("  - {id: a, nb: [romferge]}\n", texts: Self.texts) == [.dead])
    #expect(
      try reasons("  - {id: a, nb: [romferge, feriefritid]}\n", texts: Self.texts)
        == [.missingWords(["romferge"])])
    // It still points to its provision.
    #expect(
      try reasons(
        "  - {id: a, nb: [romferge], provisions: [ferieloven § 5]}\n", texts: Self.texts) == [])
  }

  @Test("what reading the files found is among the findings, as errors, in the files' order")
  func malformed() throws {
    let small = SmallVocabulary("concepts:\n  - nb: [ferie]\n  - {id: a, en: [holiday]}\n")
    let findings = try VocabularyCheck(small.vocabulary, problems: small.problems).findings()
    #expect(findings.map(\.line) == [2, 3])
    #expect(findings.map(\.isError) == [true, true])
  }

  @Test("the vocabulary that comes with Tillit has no errors")
  func own() throws {
    let (vocabulary, problems) = try VocabularyReader(
      knowledge.appendingPathComponent("vocabulary")
    ).read()
    let findings = try VocabularyCheck(vocabulary, problems: problems).findings()
    #expect(findings.filter(\.isError) == [])
    #expect(vocabulary.concepts.count >= 1_500)
    #expect(vocabulary.nynorsk.count >= 900)
    let known = KnownActs(vocabulary.acts)
    #expect(vocabulary.concepts.flatMap(\.provisions).filter { !known.names($0) } == [])
  }
}
