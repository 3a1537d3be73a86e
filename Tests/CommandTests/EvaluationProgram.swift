import Foundation

/// The real program in a folder of its own, with ten small texts and a question about each.
final class EvaluationProgram {
  struct Result {
    let output: String
    let notices: String
    let exitCode: Int32
  }

  let folder: URL
  static let subjects = [
    "ferie", "lønn", "overtid", "permisjon", "oppsigelse", "pensjon", "streik", "attest", "pause",
    "turnus",
  ]

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tillit-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("texts"), withIntermediateDirectories: true)
    for subject in Self.subjects { try write(text(about: subject), to: "texts/\(subject).md") }
    let questions = Self.subjects.map { subject in
      """
      {"id": "om-\(subject)", "text": "Hva gjelder for \(subject)?", "kind": "direct", \
      "relevant": [{"doc": "\(subject).md", "quote": "Regelen om \(subject) er fastsatt i avtalen.", \
      "grade": 2}]}
      """
    }
    try write(questions.joined(separator: "\n"), to: "questions.jsonl")
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: folder)
    } catch {
      print("\(folder.path) is left behind: \(error)")
    }
  }

  func text(about subject: String) -> String {
    """
    # Om \(subject)

    Regelen om \(subject) er fastsatt i avtalen. Den gjelder for alle som arbeider her.
    """
  }

  /// Takes the rules out of all texts, which remain.
  func emptyTexts() throws {
    for subject in Self.subjects {
      try write("# Tekst\n\nDette er en annen tekst uten regler.\n", to: "texts/\(subject).md")
    }
  }

  func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  /// Runs `tillit` in the folder, on the folder's texts and index.
  func tillit(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("tillit")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = [
      "TILLIT_KNOWLEDGE": "texts", "TILLIT_INDEX": "index/index.sqlite", "TILLIT_LANG": "en",
      "TILLIT_SHARE": "none", "HOME": folder.path,
    ]
    // Files rather than pipes: no pipe fills up, whatever is written.
    let files = try ["in", "out", "err"].map { name in
      let file = folder.appendingPathComponent(name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return name == "in"
        ? try FileHandle(forReadingFrom: file) : try FileHandle(forWritingTo: file)
    }
    process.standardInput = files[0]
    process.standardOutput = files[1]
    process.standardError = files[2]
    try process.run()
    process.waitUntilExit()
    return Result(
      output: try read("out"), notices: try read("err"), exitCode: process.terminationStatus)
  }
}
