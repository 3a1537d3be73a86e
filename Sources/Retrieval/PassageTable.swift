package import Analysis

/// What ranking needs to know of every passage, held in memory: 9 bytes a passage.
package struct PassageTable: Sendable, Equatable {
  /// Length in terms, heading path included.
  package private(set) var lengths: [Int32] = []
  /// The position of the passage's document.
  package private(set) var documents: [Int32] = []
  package private(set) var languages: [Language] = []
  package private(set) var totalLength = 0
  /// How many passages are Norwegian.
  private var norwegianCount = 0
  /// By document: the languages of its passages, Norwegian (1) and English (2).
  private var documentLanguages: [UInt8] = []
  /// By document: the lengths of its passages together.
  package private(set) var documentLengths: [Int] = []

  package init() {}

  package var count: Int { lengths.count }

  /// How many passages there are in Norwegian, in English, or (nil) in all.
  package func count(norwegian: Bool?) -> Int {
    norwegian.map { $0 ? norwegianCount : count - norwegianCount } ?? count
  }

  /// How many documents hold passages in Norwegian, in English, or (nil) in any language.
  package func documentCount(norwegian: Bool?) -> Int {
    guard let norwegian else { return documentLanguages.count }
    return documentLanguages.count { $0 & (norwegian ? 1 : 2) != 0 }
  }

  /// The passages of the document at a position.
  func ordinals(of document: Int) -> [PassageOrdinal] {
    documents.indices.filter { Int(documents[$0]) == document }.map(PassageOrdinal.init)
  }

  /// 0 in an empty table.
  package var averageLength: Double { count == 0 ? 0 : Double(totalLength) / Double(count) }

  package mutating func append(length: Int, document: Int, language: Language) {
    lengths.append(Int32(length))
    documents.append(Int32(document))
    languages.append(language)
    if language.isNorwegian { norwegianCount += 1 }
    while documentLanguages.count <= document { documentLanguages.append(0) }
    documentLanguages[document] |= language.isNorwegian ? 1 : 2
    totalLength += length
    while documentLengths.count <= document { documentLengths.append(0) }
    documentLengths[document] += length
  }
}
