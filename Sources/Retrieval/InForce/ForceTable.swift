import Documents

/// When the texts of a collection were in force, and what replaced them.
package struct ForceTable: Sendable {
  private struct Entry {
    var name: String
    var adopted: PolicyDate?
    var from: PolicyDate?
    var to: PolicyDate?
    /// The positions of the documents that replace it.
    var successors: [Int] = []
  }

  private var entries: [Entry]

  package init(documents: [IndexedDocument]) {
    entries = documents.map { document in
      let metadata = document.metadata
      return Entry(
        name: document.citedName,
        adopted: metadata.adopted.flatMap { PolicyDate(metadata: $0, isEnd: false) },
        from: metadata.inForceFrom.flatMap { PolicyDate(metadata: $0, isEnd: false) },
        to: metadata.inForceTo.flatMap { PolicyDate(metadata: $0, isEnd: true) })
    }
    guard documents.contains(where: { $0.metadata.supersedes != nil }) else { return }
    let positions = Self.positionsByName(documents)
    for document in documents {
      for name in Self.supersededNames(document) {
        for old in positions[name] ?? [] where old != document.position {
          entries[old].successors.append(document.position)
        }
      }
    }
  }

  /// Without a date, only what replaces what is known.
  package func standing(of document: Int, on date: PolicyDate?) -> Standing {
    let entry = entries[document]
    if let date {
      if let to = entry.to, to < date { return .noLongerInForce(on: date, to: to) }
      if let from = entry.from, from > date { return .notYetInForce(on: date, from: from) }
    }
    let successor = entry.successors.first { position in
      guard let date, let start = entries[position].from ?? entries[position].adopted else {
        return true
      }
      return start <= date
    }
    return successor.map { .superseded(by: entries[$0].name) } ?? .inForce
  }

  /// Whether a text was adopted in a year or in force during it.
  package func isOf(year: Int, _ document: Int) -> Bool {
    let entry = entries[document]
    if entry.adopted?.year == year { return true }
    guard let start = entry.from ?? entry.adopted else { return false }
    return start.year <= year && entry.to.map { $0.year >= year } ?? true
  }

  /// A value of `supersedes` is a name, or several with commas between.
  private static func supersededNames(_ document: IndexedDocument) -> [String] {
    guard let value = document.metadata.supersedes?.lowercased() else { return [] }
    let parts = value.split(separator: ",").map { $0.drop { $0 == " " } }
    return parts.count > 1 ? [value] + parts.map(String.init) : [value]
  }

  /// Documents by their paths, file names, titles and `id`s.
  private static func positionsByName(_ documents: [IndexedDocument]) -> [String: [Int]] {
    var positions: [String: [Int]] = [:]
    for document in documents {
      let file = document.id.fileName
      let names = [
        document.id.rawValue, file, String(file.prefix { $0 != "." }), document.title,
        document.citedName, document.metadata.shortTitle, document.metadata.other["id"],
      ]
      for name in Set(names.compactMap { $0?.lowercased() }) {
        positions[name, default: []].append(document.position)
      }
    }
    return positions
  }
}
