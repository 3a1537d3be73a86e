import ArgumentParser
import Documents
import Foundation
import Measures
import Retrieval
import SQLiteIndex

struct VocabularySuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest", abstract: "Propose words that the vocabulary lacks.",
    discussion: """
      Asks judged questions (as `tillit evaluate` reads them) and, for those whose answer isn't \
      among the first, proposes pairs of words: one of the question's, and the answering texts' for \
      it. Printed as entries of a vocabulary file, for a person to correct and accept.

      EXAMPLES:
        tillit vocabulary suggest questions.jsonl --knowledge ~/policies > proposals.yaml
      """)

  @Argument(help: "The questions.", completion: .file(extensions: ["jsonl"]))
  var questions: String

  @OptionGroup var collection: CollectionOptions

  @Option(help: "Leave alone questions answered among the first so many.")
  var within = 3

  @Option(help: "The most proposals.")
  var limit = 30

  func validate() throws {
    if within < 0 || limit < 1 { throw ValidationError("--within and --limit must be positive.") }
  }

  func run() throws {
    let questions = try EvaluationFiles.questions(at: questions)
    let assistant = try collection.assistant()
    let run = try AnswerRecorder(assistant).run(of: questions)
    let lessons = zip(questions, run).filter { question, entry in
      let grades = JudgedRanking(entry, for: question).grades.prefix(within)
      return !question.relevant.isEmpty && !grades.contains { ($0 ?? 0) >= 2 }
    }.map { question, _ in
      VocabularySuggestions.Lesson(
        id: question.id, question: Question(question.text),
        quotes: question.relevant.compactMap(\.quote))
    }
    let suggestions = try VocabularySuggestions(
      index: assistant.index, vocabulary: assistant.vocabulary
    ).suggestions(from: lessons, limit: limit)
    StandardError.write(
      "\(lessons.count) of \(questions.count) questions lack an answer among the first \(within)\n")
    guard !suggestions.isEmpty else { return }
    var output = StandardOutput()
    output.write("concepts:\n")
    for (position, suggestion) in suggestions.enumerated() {
      output.write(suggestion.yaml(number: position + 1))
    }
  }
}
