import ArgumentParser
import Documents
import Foundation
import Rendering
import Retrieval
import SQLiteIndex

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the index and that every citation matches its source.",
    discussion: """
      With FILE, a session that was saved with /save is checked instead: that nobody has changed \
      it, and that its quotes still stand in the texts.

      EXAMPLES:
        tillit verify
        tillit verify case.html --knowledge ~/policies
      """)

  @Argument(help: "A saved session (.md or .html).", completion: .file(extensions: ["md", "html"]))
  var file: String?

  @OptionGroup var collection: CollectionOptions

  func run() throws {
    guard let file else { return try verifyIndex() }
    var output = StandardOutput()
    for line in try EvidenceVerification(of: file, against: collection.collection()).run() {
      output.write(line + "\n")
    }
  }

  private func verifyIndex() throws {
    let open = try collection.indexFile.open()
    let index = open.texts
    var problems = try open.integrityProblems()
    problems += try Self.mismatches(in: index)
    problems += try Self.changes(since: index, in: collection.collection())
    for problem in problems { StandardError.write("tillit: \(problem.oneLine)\n") }
    guard problems.isEmpty else {
      throw Failure(
        "\(problems.count) problems; rebuild the index with `tillit index --rebuild`",
        Failure.Code.badData)
    }
    var output = StandardOutput()
    output.write(
      "\(index.passages.count) passages in \(index.documents.count) documents check.\n")
  }

  /// Passages whose range in the document's text doesn't give their words.
  private static func mismatches(in index: SQLitePassageIndex) throws -> [String] {
    var texts: [Int: SourceText] = [:]
    return try (0..<index.passages.count).compactMap { position in
      let passage = try index.passage(at: PassageOrdinal(position))
      let text = try texts[passage.document] ?? index.text(ofDocumentAt: passage.document)
      texts = [passage.document: text]
      let range = passage.passage.range
      let holds =
        range.upperBound <= text.utf8.count && text.string(in: range) == passage.text
        && ContentHash.of(text.utf8[range]) == passage.textHash
      return holds ? nil : "\(passage.id): the quoted text is not in its source"
    }
  }

  /// Documents whose files are gone or no longer hold what was indexed.
  private static func changes(
    since index: SQLitePassageIndex, in collection: Collection
  ) throws -> [String] {
    let files = Dictionary(
      collection.files.map { ($0.id, ContentHash.of($0.bytes)) },
      uniquingKeysWith: { first, _ in first })
    return index.documents.compactMap { document in
      switch files[document.id] {
      case document.contentHash: nil
      case nil: "\(document.id): the file is gone"
      default: "\(document.id): the file has changed since it was indexed"
      }
    }
  }
}
