/// How rare words are in everyday questions, as far as the guides show it.
///
/// What everybody says (`jobben`, `sjefen`, `i går`) tells little of what is asked, however rare it
/// is in the texts.
struct EverydayWords: Sendable {
  private let guides: (any PassageIndex)?
  private let bm25 = BM25()

  init(_ guides: (any PassageIndex)?) { self.guides = guides }

  /// Between 0 (in every guide) and 1 (in none); 1 without guides.
  func rarity(of term: QueryTerm) throws -> Double {
    guard let guides, guides.passages.count > 0, !term.isUnit else { return 1 }
    let count = guides.passages.count
    let found =
      try Set([term.norwegianStem, term.englishStem]).map {
        try guides.postings(of: $0).documentFrequency
      }
      .max() ?? 0
    return bm25.idf(documentFrequency: found, of: count)
      / bm25.idf(documentFrequency: 0, of: count)
  }
}
