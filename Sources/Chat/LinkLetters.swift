import Rendering
package import Retrieval

/// The places that a passage leads to, each under a letter by which it can be opened.
package struct LinkLetters: Sendable, Equatable {
  /// Why a place is named.
  package enum Relation: Sendable, CaseIterable {
    case refersTo, citedBy, alsoIn
  }

  package struct Entry: Sendable, Equatable {
    package let letter: String
    package let relation: Relation
    package let link: CitedPassage.Link
  }

  /// At most 26, in the order of their letters.
  package let entries: [Entry]

  package init(of cited: CitedPassage) {
    let links =
      cited.refersTo.map { (Relation.refersTo, $0) } + cited.citedBy.map { (.citedBy, $0) }
      + cited.alsoIn.map { (.alsoIn, $0) }
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    entries = zip(letters, links).map { Entry(letter: $0, relation: $1.0, link: $1.1) }
  }

  /// The places of each relation, letter first, wrapped to a width.
  func lines(_ text: ChatText, width: Int) -> [String] {
    Relation.allCases.flatMap { relation -> [String] in
      let own = entries.filter { $0.relation == relation }
      guard !own.isEmpty else { return [] }
      // A letter stays on the line of what it stands for, and a number on that of its sign.
      let list = own.map {
        "\($0.letter)\u{A0}\($0.link.citation.oneLine.replacing("§ ", with: "§\u{A0}"))"
      }
      return "\(text.relation(relation)): \(list.joined(separator: " · "))".wrapped(to: width)
        .map { $0.replacing("\u{A0}", with: " ") }
    }
  }

  /// The place at a position, from 0.
  package func link(at position: Int) -> CitedPassage.Link? {
    entries.indices.contains(position) ? entries[position].link : nil
  }
}
