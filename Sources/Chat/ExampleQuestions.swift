package import Analysis
import Documents
import Foundation
package import Retrieval

/// Questions that a collection answers, made from its own headings, to show a newcomer how to ask.
package struct ExampleQuestions {
  private let assistant: Assistant
  private let language: Language

  package init(_ assistant: Assistant, language: Language) {
    self.assistant = assistant
    self.language = language
  }

  /// At most `count` questions, each answered first by a document of its own.
  package func questions(_ count: Int = 3) throws -> [String] {
    var questions: [String] = []
    for document in documents(count * 4) where questions.count < count {
      for question in try candidates(from: document) where try isAnswered(question, by: document) {
        questions.append(question)
        break
      }
    }
    return questions
  }

  /// Spread over the collection, guides and the reader's language first.
  private func documents(_ count: Int) -> [IndexedDocument] {
    let documents = assistant.index.documents.filter { $0.passageCount > 0 }
    let own = documents.filter { $0.language == language }
    let preferred = own.isEmpty ? documents : own
    let guides = preferred.filter { $0.metadata.kind == "guide" }
    return (guides.isEmpty ? preferred : guides).spread(count)
  }

  private func candidates(from document: IndexedDocument) throws -> [String] {
    let index = assistant.index
    let first = index.documents[..<document.position].reduce(0) { $0 + $1.passageCount }
    let positions = Array(first..<(first + document.passageCount)).spread(6)
    return try positions.compactMap { position in
      let passage = try index.passage(at: PassageOrdinal(position))
      return passage.sectionPath.last.flatMap { question(about: $0, in: document) }
    }
  }

  /// A heading that asks is a question already; others are asked about.
  private func question(about heading: String, in document: IndexedDocument) -> String? {
    guard heading.count <= 70, heading != document.title else { return nil }
    if heading.hasSuffix("?") { return heading }
    let topic = heading.withoutNumbering
    guard topic.count >= 5, topic.count <= 50 else { return nil }
    let name = document.citedName.loweringFirstLetter
    guard name.count <= 40 else {
      return language.choose(
        "Hva står det om \(topic)?", "Kva står det om \(topic)?", "What is said about \(topic)?")
    }
    return language.choose(
      "Hva sier \(name) om \(topic)?", "Kva seier \(name) om \(topic)?",
      "What does \(name) say about \(topic)?")
  }

  private func isAnswered(_ question: String, by document: IndexedDocument) throws -> Bool {
    let answer = try assistant.answer(to: Question(question))
    return answer.status == .answered && answer.passages.first?.document.id == document.id
  }
}

extension Array {
  /// At most `limit` elements, evenly spread, in order.
  fileprivate func spread(_ limit: Int) -> [Element] {
    guard count > limit else { return self }
    return (0..<limit).map { self[($0 * 2 + 1) * count / (limit * 2)] }
  }
}

extension String {
  /// A heading's words without what numbers it: `feriefritidens lengde` for
  /// `§ 5 Feriefritidens lengde`.
  fileprivate var withoutNumbering: String {
    let words = split(whereSeparator: \.isWhitespace)
      .drop { $0 == "§" || $0.contains(where: \.isNumber) || $0.count == 1 || $0.hasSuffix(".") }
    return words.joined(separator: " ").trimmingCharacters(in: .punctuationCharacters)
      .loweringFirstLetter
  }

  /// `ferieloven` for `Ferieloven`, but `LO` for `LO`.
  fileprivate var loweringFirstLetter: String {
    guard dropFirst().first?.isLowercase == true else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
