import Documents
import Foundation
import Rendering
import SQLiteIndex

/// Checks a saved session: that it is whole, and that its quotes still stand in the texts.
struct EvidenceVerification {
  private let path: String
  private let collection: Collection

  init(of path: String, against collection: Collection) {
    self.path = path
    self.collection = collection
  }

  /// A line for each quoted passage. Throws `Failure` when any is unsound.
  func run() throws -> [String] {
    let pack = try read()
    let sources = try sources(of: pack)
    let check = EvidenceCheck { sources[$0] }
    let findings = pack.exchanges.flatMap(\.passages).map { ($0, check.finding(for: $0)) }
    let lines = findings.map { passage, finding in
      "\(passage.citation.oneLine) (\(passage.document.oneLine)): \(finding.message)"
    }
    let unsound = findings.count { !$0.1.isSound }
    guard unsound == 0 else {
      for line in lines { StandardError.write("tillit: \(line)\n") }
      throw Failure(
        "\(unsound) of \(findings.count) quotes in \(path) don't stand in the texts as they are now",
        Failure.Code.badData)
    }
    return lines + ["\(findings.count) quotes in \(path.oneLine) stand in the texts."]
  }

  private func read() throws -> EvidencePack {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no file \(path) to verify", Failure.Code.missingInput)
    }
    do throws(EvidenceProblem) {
      return try EvidenceFile.read(String(decoding: data, as: UTF8.self))
    } catch {
      throw Failure("\(path) \(error.message)", Failure.Code.badData)
    }
  }

  /// The texts that the pack quotes, as their files are now.
  private func sources(of pack: EvidencePack) throws -> [DocumentID: EvidenceCheck.Source] {
    let quoted = Set(pack.exchanges.flatMap(\.passages).map { DocumentID($0.document) })
    var sources: [DocumentID: EvidenceCheck.Source] = [:]
    for file in collection.files where quoted.contains(file.id) {
      do throws(DecodingProblem) {
        let document = try DocumentReader().read(file.bytes, id: file.id, known: file.known)
          .document
        sources[file.id] = EvidenceCheck.Source(
          text: document.text.utf8, contentHash: document.contentHash)
      } catch {
        continue  // A file that holds no text any more no longer holds the quote.
      }
    }
    return sources
  }
}

extension EvidenceProblem {
  fileprivate var message: String {
    switch self {
    case .noEvidence: "is no session saved by Tillit; save one with /save in `tillit chat`"
    case .otherFormat(let name): "was saved in another format (\(name)) than this version checks"
    case .altered: "has been changed since it was saved"
    }
  }
}

extension EvidenceCheck.Finding {
  fileprivate var message: String {
    switch self {
    case .unchanged: "unchanged"
    case .moved(let offset): "the same words, now at byte \(offset)"
    case .changed: "the text has changed and no longer says this"
    case .gone: "the text is not among those checked; name its folder with --knowledge"
    case .contradictory: "the quote doesn't match its own digest"
    }
  }
}
