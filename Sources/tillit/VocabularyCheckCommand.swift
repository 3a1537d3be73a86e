import ArgumentParser
import Documents
import Foundation
import Rendering
import Retrieval
import SQLiteIndex

struct VocabularyCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong or doubtful in the vocabulary.",
    discussion: """
      Prints a line for each finding, with file, line and kind. Errors (malformed entries, \
      duplicate ids, relations to nowhere, cycles) end with exit code 65; warnings are for a \
      person to weigh.

      EXAMPLES:
        tillit vocabulary check
        tillit vocabulary check --knowledge ~/policies --words | grep missing-words
      """)

  @OptionGroup var collection: CollectionOptions

  @Flag(help: "Also list the words to search for that the texts don't have.")
  var words = false

  @Flag(help: "Also list the sections' headings in which no concept is found.")
  var headings = false

  func run() throws {
    let (vocabulary, problems) = try collection.vocabulary.read()
    let index = try collection.openIndex().texts
    let findings = try VocabularyCheck(vocabulary, problems: problems).findings(against: index)
    let coverage = try HeadingCoverage(
      of: index, by: VocabularyCompiler().compile(vocabulary))
    var output = StandardOutput()
    output.write(
      findings.filter { words || $0.reason.kind != "missing-words" }
        .map { $0.line(of: $0.message) + "\n" }.joined())
    if headings { output.write(coverage.untouched.map { "untouched: \($0.oneLine)\n" }.joined()) }
    StandardError.write(Self.summary(of: vocabulary, findings, coverage))
    guard !findings.contains(where: \.isError) else { throw Failure.Code.badData }
  }

  private static func summary(
    of vocabulary: Vocabulary, _ findings: [VocabularyFinding], _ coverage: HeadingCoverage
  ) -> String {
    let counts = Dictionary(findings.map { ($0.reason.kind, 1) }, uniquingKeysWith: +)
      .sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let share = Double(coverage.touched) / Double(max(coverage.headings, 1))
    let kinds = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    return """
      \(vocabulary.concepts.count) concepts: \(kinds)
      Concepts are found in \(coverage.touched) of \(coverage.headings) section headings \
      (\((share * 1000).rounded() / 10) %).

      """
  }
}

extension VocabularyFinding {
  /// As compilers write it: `file:line: warning: message [kind]`.
  fileprivate func line(of message: String) -> String {
    "\(file.oneLine):\(line): \(isError ? "error" : "warning"): \(message.oneLine) [\(reason.kind)]"
  }

  fileprivate var message: String {
    switch reason {
    case .malformed(let problem): problem
    case .duplicateID(let id, let file, let line):
      "`\(id)` is defined already, in \(file), line \(line)"
    case .missingTarget(let id): "there is no concept `\(id)`"
    case .cycle(let ids): "each is broader than itself: \(ids.joined(separator: " → "))"
    case .duplicatePhrase(let phrase, let ids), .ambiguousPhrase(let phrase, let ids):
      "«\(phrase)» leads to \(ids.count) concepts: \(ids.joined(separator: ", "))"
    case .generalPhrase(let phrase, let key):
      "«\(phrase)» comes down to «\(key)», which is too common to tell anything"
    case .unknownAct(let provision): "«\(provision)» is of no act in acts.yaml"
    case .unresolvedProvision(let provision): "the texts have no «\(provision)»"
    case .dead: "no word of it is in the texts"
    case .missingWords(let words): "not in the texts: \(words.joined(separator: ", "))"
    }
  }
}

extension VocabularyFinding.Reason {
  fileprivate var kind: String {
    switch self {
    case .malformed: "malformed"
    case .duplicateID: "duplicate-id"
    case .missingTarget: "missing-target"
    case .cycle: "cycle"
    case .duplicatePhrase: "duplicate-phrase"
    case .ambiguousPhrase: "ambiguous-phrase"
    case .generalPhrase: "general-phrase"
    case .unknownAct: "unknown-act"
    case .unresolvedProvision: "unresolved-provision"
    case .dead: "dead"
    case .missingWords: "missing-words"
    }
  }
}
