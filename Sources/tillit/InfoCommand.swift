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

    enum CodingKeys: String, CodingKey {
      case index, documents, passages
      case meanTerms = "mean_terms"
    }
  }

  func run() throws {
    let file = collection.indexFile
    let index = try file.open().texts
    let info = Info(
      index: file.path,
      documents: index.documents.map { document in
        Info.Document(
          id: document.id.rawValue, title: document.title, language: document.language.rawValue,
          date: document.metadata.citedDate, passages: document.passageCount)
      },
      passages: index.passages.count,
      meanTerms: (index.passages.averageLength * 10).rounded() / 10)
    var output = StandardOutput()
    guard format == .text else { return output.write(info.json + "\n") }
    output.write("\(info.documents.count) documents, \(info.passages) passages\n")
    output.write("\(file.path)\n\n")
    for document in info.documents {
      let date = document.date.map { " (\($0.oneLine))" } ?? ""
      output.write("\(document.id.oneLine): \(document.title.oneLine)\(date)\n")
    }
  }
}
