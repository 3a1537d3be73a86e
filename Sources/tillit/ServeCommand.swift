import ArgumentParser
import Foundation
import Rendering
import Retrieval
import SQLiteIndex
import WebAPI

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer over HTTP: a page for people, JSON for programs.",
    discussion: """
      Listens on this machine alone unless told otherwise. /openapi.json describes the paths.
      Texts that change are read anew while the old index answers.

      EXAMPLES:
        tillit serve
        tillit serve --host 0.0.0.0 --allow-host policy.example.org --access-file access.txt
        tillit serve --unix-socket /run/tillit/http.sock --allow-host policy.example.org
      """)

  @OptionGroup var collection: CollectionOptions
  @OptionGroup var server: ServerOptions

  func run() async throws {
    let configuration = try server.configuration()
    if server.isOpenToOthers, configuration.accessList == nil {
      StandardError.write("tillit: anyone who reaches \(server.host) can ask; see --access-file\n")
    }
    do {
      try await WebServer.serve(configuration, from: CollectionSource(collection)) { port in
        StandardError.write("Tillit answers at \(server.location(port: port))\n")
      }
    } catch ServerError.cannotListen(let reason) {
      throw Failure(
        "can't listen at \(server.location(port: nil)): \(reason)", Failure.Code.unavailable)
    }
  }
}

/// A collection's index as the server's.
struct CollectionSource: IndexSource {
  private let collection: CollectionOptions

  init(_ collection: CollectionOptions) { self.collection = collection }

  func start() throws -> ServedIndex {
    do {
      return try served(try collection.indexFile.open())
    } catch IndexError.missing, IndexError.otherVersion {
      return try load()
    }
  }

  func load() throws -> ServedIndex { try served(try collection.openIndex()) }

  /// An index of the changed texts that was built and not put in place changes nothing.
  func hasChanged(since served: ServedIndex) throws -> Bool {
    let texts = try collection.collection()
    guard Self.version(texts.sourceHash) != served.version else { return false }
    return try collection.indexFile.state(for: texts) != .held
  }

  func message(for error: any Error) -> String {
    (error as? Failure ?? Failure(error))?.message ?? "\(error)"
  }

  private func served(_ index: OpenIndex) throws -> ServedIndex {
    let attributes = try FileManager.default.attributesOfItem(atPath: collection.indexFile.path)
    return ServedIndex(
      assistant: index.assistant(configuration: .dated), version: Self.version(index.sourceHash),
      builtAt: attributes[.modificationDate] as? Date ?? .now)
  }

  private static func version(_ sourceHash: String) -> String { String(sourceHash.prefix(16)) }
}
