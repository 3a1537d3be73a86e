package import Documents
package import Foundation
package import Retrieval
package import SQLiteIndex

/// The small knowledge folder that all suites share.
package enum Fixtures {
  package static let knowledge = Bundle.module.bundleURL
    .appendingPathComponent("Fixtures/Knowledge")

  /// Where the build put the tests, and the program beside them.
  package static let products = Bundle.module.bundleURL.deletingLastPathComponent()

  package static func collection() throws -> SQLiteIndex.Collection {
    try Collection(folders: [knowledge])
  }

  /// Every text of the folder, read and analysed.
  package static func content() throws -> IndexContent { try sharedContent.get() }

  /// Read once for all tests.
  private static let sharedContent = Result {
    try CollectionReading(collection()) { _ in }.content
  }

  package static func documents() throws -> [Document] { try content().documents.map(\.document) }

  /// A text from the folder.
  package static func document(_ id: String) throws -> Document {
    let file = try collection().files.first { $0.id == DocumentID(id) }
    guard let file else { throw MissingFixture(id: id) }
    return try DocumentReader().read(file.bytes, id: file.id, known: file.known).document
  }

  /// Over the folder, in memory.
  package static func assistant() throws -> Assistant {
    Assistant(index: MemoryPassageIndex(try content().documents))
  }

  /// What people ask of the folder, in three languages, with typos, units and things it lacks.
  package static let questions = [
    "hvor lang er oppsigelsesfristen?", "Oppsigelsesfrist", "frist for søksmål etter oppsigelse",
    "hvem velger verneombudet", "hva er feriepenger i prosent", "10,2 prosent", "§ 2-1",
    "ordensloven § 2-3 a", "kan jeg bli sagt opp når jeg er syk", "drøfting med den tillitsvalgte",
    "hva gjør sommerpatruljen", "LO-familien", "tillitsvalgte fengslet i andre land",
    "næringspolitiske analyser", "menneskehandel og tvangsarbeid", "pause", "pauserom",
    "hvor lenge skal pausen være på åtte timer", "ytringsfrihet", "varsling og ytringsfrihet",
    "innleie fra bemanningsforetak", "hjemmekontor bredbånd kroner", "streikebidrag skattefritt",
    "delegater til landsmøtet", "vedtekter flertall to tredjedels", "kontrollkomiteen",
    "sjuk i ferien", "kor mange feriedagar har eg", "feriepengar i juni", "sjukmelding frå lege",
    "how long is the notice period", "holiday pay per cent", "dismissed in writing",
    "shop steward meeting", "solidarity with Guatemala", "kan arbeidsgiver kreve overtid",
    "hva med kongen", "what", "og", "lønn", "1. januar 2026", "arbeidsgiver arbeidstaker",
    "den det som er på i og", "Skal arbeidsgiver skal", "ÅRSMØTET", "årsmøtet 14. februar",
  ]
}

/// A fixture that a test asks for and the folder lacks.
package struct MissingFixture: Error {
  package let id: String
}
