package import Analysis
import Documents
import Foundation
import Rendering
package import Retrieval

/// Completes commands, document names and the numbers of provisions.
package final class Completer {
  /// What can be completed changes as a session goes on.
  package struct Situation {
    package var language: Language
    package var index: any PassageIndex
    /// How many passages the last answer shows.
    package var passageCount: Int
    /// What `/drop` can take.
    package var carried: [String]

    package init(
      language: Language, index: any PassageIndex, passageCount: Int = 0, carried: [String] = []
    ) {
      self.language = language
      self.index = index
      self.passageCount = passageCount
      self.carried = carried
    }
  }

  /// Provisions by the content of their document.
  private var knownProvisions: [String: [String]] = [:]

  package init() {}

  /// What could stand at the end of a text; nil where nothing is known.
  package func completion(of text: String, in situation: Situation) -> Completion? {
    let completion =
      text.hasPrefix("/")
      ? command(text, situation)
      : provision(text, situation) ?? documentName(text, situation, minimum: 2)
    return completion.flatMap { $0.candidates.isEmpty ? nil : $0 }
  }

  // MARK: Commands

  private func command(_ text: String, _ situation: Situation) -> Completion? {
    guard let space = text.firstIndex(of: " ") else {
      let names = CommandName.allCases.flatMap { command in
        let own = command.name(in: situation.language)
        let other = command.names.first { $0.hasPrefix(text.dropFirst()) && !$0.isEmpty }
        return own.hasPrefix(text.dropFirst()) ? [own] : [other].compactMap(\.self)
      }
      return Completion(
        replaced: text.unicodeScalars.count,
        candidates: names.filter { $0 != "?" }.map { "/" + $0 })
    }
    let name = text[text.index(after: text.startIndex)..<space].lowercased()
    let argument = text[text.index(after: space)...]
    guard let command = CommandName.allCases.first(where: { $0.names.contains(name) }) else {
      return nil
    }
    switch command {
    case .only: return documentName(String(argument), situation, minimum: 0)
    case .language: return choice(of: Language.allCases.map(\.rawValue), argument)
    case .drop: return choice(of: situation.carried, argument)
    case .history:
      return choice(of: [situation.language.choose("på", "på", "on"), "off", "av"], argument)
    case .open, .document, .why, .copy:
      return choice(of: (0..<situation.passageCount).map { "\($0 + 1)" }, argument)
    case .help, .more, .sources, .all, .asOf, .new, .save, .feedback, .quit: return nil
    }
  }

  private func choice(of words: [String], _ typed: Substring) -> Completion {
    Completion(
      replaced: typed.unicodeScalars.count,
      candidates: words.filter { $0.lowercased().hasPrefix(typed.lowercased()) })
  }

  // MARK: Documents

  /// A document's name for the last words of the text, as many as begin one.
  private func documentName(
    _ text: String, _ situation: Situation, minimum: Int
  ) -> Completion? {
    let names = situation.index.documents.map { $0.citedName.oneLine }.filter { $0.count <= 60 }
    var start = text.startIndex
    while true {
      let typed = text[start...]
      guard typed.count >= minimum else { return nil }
      let found = names.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
      if !found.isEmpty {
        return Completion(
          replaced: typed.unicodeScalars.count,
          candidates: found.sorted().withoutRepetition.map { $0.inCase(of: typed) })
      }
      guard let space = typed.firstIndex(of: " ") else { return nil }
      start = text.index(after: space)
    }
  }

  // MARK: Provisions

  /// `§ 15-3` for `arbeidsmiljøloven § 15-`: the provisions of the document named before it.
  private func provision(_ text: String, _ situation: Situation) -> Completion? {
    guard let sign = text.lastIndex(of: "§") else { return nil }
    let typed = text[sign...]
    let number = typed.dropFirst().drop { $0 == " " }
    guard !number.contains(" "),
      let document = document(namedIn: text[..<sign].lowercased(), situation.index)
    else { return nil }
    return Completion(
      replaced: typed.unicodeScalars.count,
      candidates: provisions(of: document, in: situation.index)
        .filter { $0.dropFirst(2).hasPrefix(number) })
  }

  /// The document whose name stands last in a text.
  private func document(namedIn text: String, _ index: any PassageIndex) -> IndexedDocument? {
    let places = index.documents.compactMap { document -> (String.Index, IndexedDocument)? in
      let names = [document.citedName, document.id.fileNameWithoutEnding]
      let ends = names.compactMap {
        text.range(of: $0.lowercased(), options: .backwards)?.upperBound
      }
      return ends.max().map { ($0, document) }
    }
    return places.max { $0.0 < $1.0 }?.1
  }

  private func provisions(of document: IndexedDocument, in index: any PassageIndex) -> [String] {
    if let known = knownProvisions[document.contentHash] { return known }
    let first = index.documents[..<document.position].reduce(0) { $0 + $1.passageCount }
    var provisions: [String] = []
    do {
      for position in first..<(first + document.passageCount) {
        let passage = try index.passage(at: PassageOrdinal(position))
        guard let provision = passage.provision?.description, provision != provisions.last else {
          continue
        }
        provisions.append(provision)
      }
    } catch {
      // An index that can't be read says so at the next question; completing is no place for it.
      return []
    }
    provisions = provisions.withoutRepetition.filter { $0.hasPrefix("§ ") }
    knownProvisions[document.contentHash] = provisions
    return provisions
  }
}

extension [String] {
  /// Each once, in the order of first appearance.
  fileprivate var withoutRepetition: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension String {
  /// In lower case if what was typed is.
  fileprivate func inCase(of typed: Substring) -> String {
    typed.first?.isLowercase == true ? lowercased() : self
  }
}
