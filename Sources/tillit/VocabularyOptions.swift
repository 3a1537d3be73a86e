import ArgumentParser
import Documents
import Foundation

/// Which vocabulary is used.
struct VocabularyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The vocabulary's folder. (default: $TILLIT_VOCABULARY, else the one that comes with Tillit)",
      valueName: "folder"), completion: .directory)
  var vocabulary: String?

  /// Nil where Tillit came without a vocabulary and none is named. Throws `Failure` if the named
  /// folder isn't there.
  func folder() throws -> URL? {
    guard let path = vocabulary ?? Environment.value("TILLIT_VOCABULARY") else {
      return Bridges.folder("vocabulary")
    }
    let url = URL(fileURLWithPath: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory),
      isDirectory.boolValue
    else {
      throw Failure(
        "there is no vocabulary folder \(path); name it with --vocabulary FOLDER",
        Failure.Code.missingInput)
    }
    return url
  }

  /// The vocabulary as its files have it, with what is wrong with them.
  func read() throws -> (vocabulary: Vocabulary, problems: [VocabularyProblem]) {
    guard let folder = try folder() else {
      throw Failure(
        "there is no vocabulary; name its folder with --vocabulary FOLDER",
        Failure.Code.missingInput)
    }
    return try VocabularyReader(folder).read()
  }
}
