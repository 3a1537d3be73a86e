import Analysis
import ArgumentParser
import Documents
import Foundation
import Rendering
import Retrieval
import SQLiteIndex

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Show what is indexed.")

  @OptionGroup var collection: CollectionOptions

  @Option(name: .shortAndLong, help: "text or json.")
  var format: OutputOptions.Format = .text

  private struct Info: Encodable {
    struct Document: Encodable {
      let id: String
      let title: String
      let language: String
      let date: String?
      let passages: Int
    }

    let index: String
    let documents: [Document]
    let passages: Int
    let meanTerms: Double
    /// The share of what people ask that the texts are there for.
    let guidedShare: Double
    /// Evidence below this is refused.
    let refusalThreshold: Double?

    enum CodingKeys: String, CodingKey {
      case index, documents, passages
      case meanTerms = "mean_terms"
      case guidedShare = "guided_share"
      case refusalThreshold = "refusal_threshold"
    }
  }

  func run() throws {
    let file = collection.indexFile
    let opened = try file.open()
    let index = opened.texts
    let model = ConfidenceModel(
      passageCount: index.passages.count, guidedShare: opened.guidedShare)
    let info = Info(
      index: file.path,
      documents: index.documents.map { document in
        Info.Document(
          id: document.id.rawValue, title: document.title, language: document.language.rawValue,
          date: document.metadata.citedDate, passages: document.passageCount)
      },
      passages: index.passages.count,
      meanTerms: (index.passages.averageLength * 10).rounded() / 10,
      guidedShare: (opened.guidedShare * 100).rounded() / 100,
      refusalThreshold: model.refusalThreshold.map { ($0 * 100).rounded() / 100 })
    var output = StandardOutput()
    guard format == .text else { return output.write(info.json + "\n") }
    output.write("\(info.documents.count) documents, \(info.passages) passages\n")
    let refusal = info.refusalThreshold.map { "evidence below \($0) is refused" }
    output.write(
      "\(Int(info.guidedShare * 100)) % of what people ask may stand here; "
        + "\(refusal ?? "too few passages to refuse by evidence")\n")
    output.write("\(file.path)\n\n")
    for document in info.documents {
      let date = document.date.map { " (\($0.oneLine))" } ?? ""
      output.write("\(document.id.oneLine): \(document.title.oneLine)\(date)\n")
    }
  }
}
