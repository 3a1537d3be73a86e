import Analysis
import Documents

/// Finds what a question points to besides its words: provisions it names, provisions its concepts
/// are known to stand in, and provisions that a matching guide cites.
package struct Signposts: Sendable {
  private static let provisionDecay = [1.0, 0.6, 0.45, 0.35]
  private static let guideDecay = [1.0, 0.7, 0.5, 0.4, 0.3]
  private static let guideLimit = 6

  private let index: any PassageIndex
  private let vocabulary: CompiledVocabulary
  private let guides: (any PassageIndex)?
  private let parser: ReferenceParser
  /// What the provisions of concepts, and the texts of guides, refer to: parsed once.
  private let conceptReferences = ReferenceCache<Int>()
  private let guideReferences = ReferenceCache<PassageOrdinal>()

  package init(
    index: any PassageIndex, vocabulary: CompiledVocabulary, guides: (any PassageIndex)?
  ) {
    self.index = index
    self.vocabulary = vocabulary
    self.guides = guides
    parser = ReferenceParser(names: ActNames(documents: index.documents, acts: vocabulary.acts))
  }

  package func directions(
    for query: AnalyzedQuery, of question: Question, by finder: CandidateFinder
  ) throws -> Directions {
    var directions = Directions()
    for reference in parser.references(in: question.text, context: .question) {
      let sign = Directions.Sign(
        source: .reference, name: reference.label.description, strength: 1)
      point(to: reference, sign, in: &directions)
    }
    for match in query.concepts { follow(match, in: &directions) }
    if let guides { try follow(guides, for: query, by: finder, in: &directions) }
    return directions
  }

  /// The documents that a question may name, by however short a name.
  func documents(namedIn question: Question) -> Set<Int> {
    parser.documents(namedIn: question.text, includingShort: true)
  }

  private func follow(_ match: ConceptMatch, in directions: inout Directions) {
    let sureness = match.weight * (match.keyCount > 1 ? 1.0 : 0.7)
    let entry = vocabulary.entry(match.concept)
    let provisions = conceptReferences[match.concept] {
      entry.provisions.prefix(Self.provisionDecay.count).map(references)
    }
    for (references, decay) in zip(provisions, Self.provisionDecay) {
      for reference in references {
        let sign = Directions.Sign(
          source: .concept, name: entry.id, strength: sureness * decay * match.share)
        point(to: reference, sign, in: &directions)
      }
    }
  }

  private func follow(
    _ guides: any PassageIndex, for query: AnalyzedQuery, by finder: CandidateFinder,
    in directions: inout Directions
  ) throws {
    let stems = query.weightedStems
    let ceiling = try finder.ceiling(of: stems, language: query.language, in: guides)
    let candidates = try finder.candidates(for: stems, in: guides, limit: Self.guideLimit)
    for candidate in candidates {
      let passage = try guides.passage(at: candidate.ordinal)
      let coverage = min(candidate.score / ceiling, 1)
      let cited = guideReferences[candidate.ordinal] { [references(in: passage.text)] }
      for (reference, decay) in zip(cited.joined(), Self.guideDecay) {
        let sign = Directions.Sign(
          source: .guide, name: guides.documents[passage.document].title,
          strength: coverage * decay)
        point(to: reference, sign, in: &directions)
      }
    }
  }

  /// Documents are known by positions; -1 is none of them, so a provision needs its act's name.
  private func references(in text: String) -> [ProvisionReference] {
    parser.references(in: text, context: .document(-1))
  }

  private func point(
    to reference: ProvisionReference, _ sign: Directions.Sign, in directions: inout Directions
  ) {
    for entry in index.provisions.entries(reference.label, in: reference.documents) {
      for (offset, ordinal) in entry.ordinals.enumerated() {
        let ledd = entry.ledd[offset]
        let isNamedLedd = reference.ledd.map { ledd?.contains($0) ?? false } ?? true
        let share = isNamedLedd ? 1 : 0.6
        directions.add(
          Directions.Sign(source: sign.source, name: sign.name, strength: sign.strength * share),
          to: ordinal)
      }
    }
  }
}
