import Analysis
import Documents
import Foundation
package import Retrieval

/// Three short texts, for tests that need a collection they can read at a glance.
package enum SmallCollection {
  package static let texts = [
    "acts/turordningsloven.md": """
    ---
    title: Lov om turordning
    short_title: Turordningsloven – tol
    kind: lov
    language: nb
    publisher: Ordenstinget
    in_force_from: 2020-01-01
    last_changed: 2024-07-01
    source: https://example.org/turordningsloven
    ---
    # Lov om turordning

    ## Kapittel 1 Vakter

    ### § 1-1 Fordeling av vakter

    (1) Kaptein og mannskap deler vaktene likt mellom seg. Ingen skal stå to vakter på rad.

    (2) Bytte av vakter skal varsles skriftlig til styrmannen minst tre dager før vakten begynner.

    ### § 1-2 Hviletid

    Etter en nattevakt skal mannskapet ha hviletid i elleve timer. Hviletiden kan ikke deles opp \
    uten avtale med tillitsmannen.

    ## Kapittel 2 Kost

    ### § 2-1 Kaffe

    Kokken skal holde kaffe varm gjennom hele natten. Tomme kanner meldes til byssa.
    """,
    "guides/vaktbytte.md": """
    ---
    title: Vaktbytte
    kind: guide
    language: nb
    adopted: 2025-03-01
    ---
    # Vaktbytte

    ## Kan jeg bytte vakt med en kamerat?

    Ja, når styrmannen får vite det skriftlig tre dager før (turordningsloven § 1-1 (2)).

    ## Hvor lenge skal jeg hvile etter en nattevakt?

    Elleve timer sammenhengende (turordningsloven § 1-2).
    """,
    "policy.txt": """
    Crew policy

    Safety on deck

    The crew shall wear lifejackets on deck in rough weather. The mate decides when the weather is \
    rough.
    """,
  ]

  /// Writes the texts to a folder.
  package static func write(to folder: TemporaryFolder) throws {
    for (path, text) in texts { try folder.write(text + "\n", to: path) }
  }

  package static func index(_ texts: [String: String] = texts) throws -> MemoryPassageIndex {
    let analyzer = Analyzer()
    return MemoryPassageIndex(
      try texts.map { path, text in
        let result = try DocumentReader().read(Array((text + "\n").utf8), id: DocumentID(path))
        return AnalyzedDocument(result.document, by: analyzer)
      })
  }

  /// An assistant over these texts, or others.
  package static func assistant(_ texts: [String: String] = texts) throws -> Assistant {
    Assistant(index: try index(texts))
  }
}
