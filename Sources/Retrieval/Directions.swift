package import Analysis

/// Passages that something other than the question's words points to, with how strongly.
package struct Directions: Sendable, Equatable {
  package enum Source: String, Sendable, Equatable {
    /// The question names the provision.
    case reference
    /// The vocabulary knows where the rule stands.
    case concept
    /// A guide that matches the question cites it.
    case guide
    /// It defines the word that the question asks about.
    case definition
  }

  /// One thing that points to a passage.
  package struct Sign: Sendable, Equatable {
    package let source: Source
    /// The provision as the question names it, the concept's id, the guide's title or the defined term.
    package let name: String
    package let strength: Double
  }

  /// A guide that matches the question.
  package struct Guide: Sendable, Equatable {
    /// What it is about, in a few words.
    package let topic: String
    package let language: Language
    /// The texts where its answer stands, as people call them; empty for a guide that answers.
    package let sources: String
    /// How much of what the question says it matches, 0–1.
    package private(set) var coverage: Double
    /// Whether its sources are in the collection.
    package let leadsHere: Bool

    /// The guide as it matches so much of a question.
    func covering(_ coverage: Double) -> Guide {
      var guide = self
      guide.coverage = coverage
      return guide
    }

    /// The texts where its answer stands, if the collection lacks them. A section's heading alone
    /// doesn't tell: the same matter may stand here under another.
    var sourcesElsewhere: String? {
      leadsHere || sources.isEmpty || sources.contains("«") ? nil : sources
    }
  }

  /// A passage that is pointed to, and its share of the sign's strength.
  package struct Place: Sendable, Equatable {
    let ordinal: PassageOrdinal
    let share: Double
  }

  /// By passage: for each source, a strength of about 0–1.
  package private(set) var strengths: [Int32: [Source: Double]] = [:]

  /// By passage, in the order they were found.
  private var signs: [Int32: [Sign]] = [:]

  /// By document: how strongly the conversation is about it, 0–1.
  package var conversation: [Int: Double] = [:]

  /// By passage: where it defines the word that the question asks about, in bytes of its document's
  /// text.
  package var definitions: [Int32: Int] = [:]

  /// The guides that were followed, best first.
  package var guides: [Guide] = []

  package init() {}

  package var isEmpty: Bool { strengths.isEmpty }
  package var ordinals: Set<Int32> { Set(strengths.keys) }

  /// How much a weaker sign adds to a stronger one from the same source: 0.1 put 0.03 more of the
  /// direct development questions first than 0.5, which favours what many guides cite.
  private static let weakerShare = 0.1

  /// Two signs are a little more than one.
  package mutating func add(_ sign: Sign, to ordinal: Int32) {
    signs[ordinal, default: []].append(sign)
    let (source, strength) = (sign.source, sign.strength)
    let known = strengths[ordinal]?[source] ?? 0
    strengths[ordinal, default: [:]][source] =
      max(known, strength) + Self.weakerShare * min(known, strength)
  }

  /// Adds one sign for several places.
  mutating func add(_ source: Source, _ name: String, strength: Double, to places: [Place]) {
    for place in places {
      add(
        Sign(source: source, name: name, strength: strength * place.share),
        to: place.ordinal.rawValue)
    }
  }

  /// Without the passages that a filter leaves out.
  package func limited(to filter: PassageFilter) -> Directions {
    var limited = self
    limited.strengths = strengths.filter { filter.allows(PassageOrdinal(rawValue: $0.key)) }
    return limited
  }

  package func strength(of ordinal: PassageOrdinal, from source: Source) -> Double {
    strengths[ordinal.rawValue]?[source] ?? 0
  }

  package func signs(to ordinal: PassageOrdinal, from source: Source) -> [Sign] {
    (signs[ordinal.rawValue] ?? []).filter { $0.source == source }
  }
}
