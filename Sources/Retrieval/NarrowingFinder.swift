import Analysis
import Documents

/// Offers a choice between acts where several of them have the kind of rule that is asked for.
struct NarrowingFinder {
  /// A passage whose words score this much of the best one's answers about as well; what the
  /// vocabulary and the guides name first is no evidence of what the asker means.
  static let wordShare = 0.75
  /// But a passage that scores less than this in all is beside the point.
  static let scoreShare = 0.5
  static let choiceLimit = 4

  let index: any PassageIndex
  let query: AnalyzedQuery
  /// The documents that the question may name, short abbreviations included.
  let named: Set<Int>
  let directions: Directions

  /// Nil where the best passages are of one act, or the question tells which is meant.
  func narrowing(of shown: [FoldedPassage]) -> Narrowing? {
    guard let best = shown.first, best.passage.provision != nil,
      best.ranked.parts.reference == 0
    else { return nil }
    let topic = Topic(of: best.passage, query, directions)
    let rivals = shown.dropFirst().filter { item in
      item.ranked.parts.words >= Self.wordShare * best.ranked.parts.words
        && item.ranked.score >= Self.scoreShare * best.ranked.score
        && item.passage.provision != nil && item.passage.document != best.passage.document
        && topic.isShared(by: Topic(of: item.passage, query, directions))
    }
    let documents = ([best.passage] + rivals.map(\.passage)).map(\.document)
    guard named.isDisjoint(with: documents), !isTold(which: documents, apartFrom: topic) else {
      return nil
    }
    let choices = choices(of: documents)
    return choices.count > 1 ? Narrowing(choices: Array(choices.prefix(Self.choiceLimit))) : nil
  }

  /// One choice for each name, in the given order: versions of an act are no choice.
  private func choices(of documents: [Int]) -> [Narrowing.Choice] {
    var order: [String] = []
    var ids: [String: Set<DocumentID>] = [:]
    for position in documents {
      let document = index.documents[position]
      if ids[document.citedName] == nil { order.append(document.citedName) }
      ids[document.citedName, default: []].insert(document.id)
    }
    return order.map { Narrowing.Choice(label: $0, documents: ids[$0] ?? []) }
  }

  /// Whether a word of the question, besides its topic, stands in some of the acts' titles only:
  /// `på skip` tells the act on ships apart.
  private func isTold(which documents: [Int], apartFrom topic: Topic) -> Bool {
    let analyzer = Analyzer()
    let titles = Set(documents).map { position in
      let document = index.documents[position]
      return Set(analyzer.analyze(document.title, language: document.language).map(\.stem))
    }
    return query.contentTerms.filter { !topic.stems.contains($0.norwegianStem) }.contains { term in
      let stem = term.norwegianStem
      let holders = titles.count { title in
        title.contains { $0 == stem || stem.utf8.count >= 5 && $0.hasPrefix(stem) }
      }
      return holders > 0 && holders < titles.count
    }
  }
}

/// What a passage's rule is about, as far as the question asks for it.
private struct Topic {
  /// Stems of the innermost heading that the question asks for.
  let stems: Set<String>
  /// The concepts that are known to stand in the provision.
  let concepts: Set<String>

  init(of passage: IndexedPassage, _ query: AnalyzedQuery, _ directions: Directions) {
    let heading = passage.sectionPath.last ?? ""
    let own = Analyzer().analyze(heading, language: passage.language).map(\.stem)
    let asked = Set(
      query.contentStems
        .filter { $0.norwegian ?? passage.language.isNorwegian == passage.language.isNorwegian }
        .map(\.stem))
    stems = Set(own).intersection(asked)
    concepts = Set(directions.signs(to: passage.ordinal, from: .concept).map(\.name))
  }

  func isShared(by other: Topic) -> Bool {
    !stems.isDisjoint(with: other.stems) || !concepts.isDisjoint(with: other.concepts)
  }
}
