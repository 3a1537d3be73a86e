import Foundation
import Measures

/// Reads the files of an evaluation; a failure names the file and the line.
enum EvaluationFiles {
  /// Whether a file holds TREC's lines rather than JSON objects.
  static func isTrec(_ path: String) throws -> Bool {
    try data(at: path, "question file").first { $0 > 0x20 }.map { $0 != UInt8(ascii: "{") } ?? false
  }

  static func questions(at path: String) throws -> [EvaluationQuestion] {
    let questions = try read(path, "question file") { data throws(MalformedLine) in
      try JSONLines.decode(EvaluationQuestion.self, from: data)
    }
    var seen: Set<String> = []
    for question in questions where !seen.insert(question.id).inserted {
      throw Failure("\(path): two questions have the id \(question.id)", Failure.Code.badData)
    }
    return questions
  }

  static func run(at path: String) throws -> [RunEntry] {
    try read(path, "run file") { data throws(MalformedLine) in
      try JSONLines.decode(RunEntry.self, from: data)
    }
  }

  static func qrels(at path: String) throws -> TrecQrels {
    try read(path, "question file") { data throws(MalformedLine) in try TrecQrels(data) }
  }

  static func trecRun(at path: String) throws -> TrecRun {
    try read(path, "run file") { data throws(MalformedLine) in try TrecRun(data) }
  }

  /// Nil when there is no such file.
  static func baseline(at path: String) throws -> Baseline? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try Baseline(from: data(at: path, "baseline"))
    } catch is DecodingError {
      throw Failure(
        "\(path) is no baseline; write one with `tillit evaluate QUESTIONS --baseline \(path) --accept`",
        Failure.Code.badData)
    }
  }

  /// `kind` is what the message calls a file that is missing.
  static func data(at path: String, _ kind: String) throws -> Data {
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Failure("there is no \(kind) \(path)", Failure.Code.missingInput)
    }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  static func write(_ data: Data, to path: String) throws {
    try data.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private static func read<Value>(
    _ path: String, _ kind: String, as value: (Data) throws(MalformedLine) -> Value
  ) throws -> Value {
    let data = try data(at: path, kind)
    do {
      return try value(data)
    } catch {
      throw Failure("\(path), line \(error.line): \(error.problem)", Failure.Code.badData)
    }
  }
}
