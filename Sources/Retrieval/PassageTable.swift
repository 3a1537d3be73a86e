package import Analysis

/// What ranking needs to know of every passage, held in memory: 9 bytes a passage.
package struct PassageTable: Sendable, Equatable {
  /// Length in terms, heading path included.
  package private(set) var lengths: [Int32] = []
  /// The position of the passage's document.
  package private(set) var documents: [Int32] = []
  package private(set) var languages: [Language] = []
  package private(set) var totalLength = 0
  /// By document: the lengths of its passages together.
  package private(set) var documentLengths: [Int] = []

  package init() {}

  package var count: Int { lengths.count }

  /// 0 in an empty table.
  package var averageLength: Double { count == 0 ? 0 : Double(totalLength) / Double(count) }

  package mutating func append(length: Int, document: Int, language: Language) {
    lengths.append(Int32(length))
    documents.append(Int32(document))
    languages.append(language)
    totalLength += length
    while documentLengths.count <= document { documentLengths.append(0) }
    documentLengths[document] += length
  }
}
