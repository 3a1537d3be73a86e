import Documents
import GRDB
import Retrieval

/// Writes what the passages of one part of an index refer to.
struct ReferenceWriter {
  private let part: IndexPart
  private let db: Database

  init(_ part: IndexPart, _ db: Database) {
    self.part = part
    self.db = db
  }

  func write(_ documents: [AnalyzedDocument], _ acts: [ActName]) throws {
    let resolver = ReferenceResolver(
      documents: documents.enumerated().map { IndexedDocument($1, position: $0) },
      provisions: Self.provisions(of: documents), acts: acts)
    var ordinal = PassageOrdinal(0)
    for (position, analyzed) in documents.enumerated() {
      for passage in analyzed.passages {
        let text = analyzed.document.text.string(in: passage.passage.range)
        try write(resolver.references(in: text, of: ordinal, document: position))
        ordinal = PassageOrdinal(ordinal.index + 1)
      }
    }
  }

  private func write(_ references: [PassageReference]) throws {
    let table = part.tablePrefix + "passage_reference"
    let statement = try db.cachedStatement(sql: "INSERT INTO \(table) VALUES (?, ?, ?, ?)")
    for (position, reference) in references.enumerated() {
      try statement.execute(arguments: [
        reference.passage.rawValue, position, reference.target.rawValue, reference.ledd,
      ])
    }
  }

  private static func provisions(of documents: [AnalyzedDocument]) -> ProvisionCatalogue {
    var catalogue = ProvisionCatalogue()
    var ordinal = PassageOrdinal(0)
    for (position, analyzed) in documents.enumerated() {
      for passage in analyzed.passages {
        let section = analyzed.document.sections[passage.passage.section]
        if let label = section.provision {
          catalogue.add(
            ordinal, of: label, anchor: section.anchor, document: position,
            ledd: passage.passage.ledd)
        }
        ordinal = PassageOrdinal(ordinal.index + 1)
      }
    }
    return catalogue
  }
}
