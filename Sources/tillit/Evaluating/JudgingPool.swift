import Documents
import Foundation
import Measures
import Retrieval

/// A passage as a judge sees it: nothing tells where it was ranked.
struct JudgeablePassage: Equatable {
  /// A numbered sentence.
  struct Sentence: Equatable {
    let text: String
    let range: ByteRange
  }

  let document: String
  let heading: String
  let text: String
  let range: ByteRange
  let sentences: [Sentence]
}

/// What a judge is shown for a question: the best passages, in random order.
struct JudgingPool {
  private let assistant: Assistant
  private let depth: Int
  private let seed: UInt64

  /// The same seed gives two judges of the same index the same passages in the same order.
  init(_ assistant: Assistant, depth: Int, seed: UInt64) {
    self.assistant = assistant
    self.depth = depth
    self.seed = seed
  }

  func passages(for question: EvaluationQuestion) throws -> [JudgeablePassage] {
    var conversation = Conversation()
    for earlier in question.history {
      conversation = try assistant.answer(to: Question(earlier), in: conversation).conversation
    }
    let answer = try assistant.answer(to: Question(question.text), in: conversation)
    // Each question has an order of its own, whatever was judged before it.
    var generator = SplitMix64(seed: question.id.utf8.reduce(seed) { $0 &* 31 &+ UInt64($1) })
    return answer.passages.prefix(depth).map(JudgeablePassage.init).shuffled(using: &generator)
  }
}

extension JudgeablePassage {
  init(_ cited: CitedPassage) {
    let passage = cited.passage
    self.init(
      document: cited.document.id.rawValue,
      heading: ([cited.document.title] + passage.sectionPath).joined(separator: " · "),
      text: passage.text, range: ByteRange(passage.passage.range),
      sentences: passage.passage.sentences.map {
        Sentence(text: passage.text(in: $0), range: ByteRange($0))
      })
  }
}
