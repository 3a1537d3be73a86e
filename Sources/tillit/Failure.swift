import ArgumentParser
import Documents
import Foundation
import Measures
import Rendering
import SQLiteIndex

/// An error as a person sees it: one line that says what was wrong, where, and what to do.
struct Failure: Error {
  /// Exit codes as in BSD's sysexits.
  enum Code {
    static let badData = ExitCode(65)
    static let missingInput = ExitCode(66)
    static let unavailable = ExitCode(69)
    static let software = ExitCode(70)
    static let inputOutput = ExitCode(74)
    static let locked = ExitCode(75)
    static let configuration = ExitCode(78)
  }

  let message: String
  let exitCode: ExitCode

  init(_ message: String, _ exitCode: ExitCode) {
    self.message = message.oneLine
    self.exitCode = exitCode
  }

  /// The wording of an error from below; nil for errors of the command line's own.
  init?(_ error: any Error) {
    switch error {
    case let error as IndexError: self.init(error)
    case let error as KnowledgeFolderError: self.init(error)
    case let error as CocoaError:
      let place = error.filePath.map { "\($0): " } ?? ""
      self.init(place + error.systemReason, Code.inputOutput)
    default: return nil
    }
  }

  init(_ error: IndexError) {
    switch error {
    case .missing(let path):
      self.init("there is no index at \(path); build it with `tillit index`", Code.missingInput)
    case .damaged(let path):
      self.init(
        "the index \(path) is damaged and was not used; rebuild it with `tillit index --rebuild`",
        Code.badData)
    case .otherVersion(let path, let found):
      self.init(
        "the index \(path) was built by another version (\(found)); "
          + "rebuild it with `tillit index`", Code.badData)
    case .locked(let path):
      self.init(
        "another process is building the index \(path); try again when it is done", Code.locked)
    case .cannotWrite(let path, let reason):
      self.init(
        "the index \(path) can't be written: \(reason); the old index, if any, is untouched",
        Code.inputOutput)
    case .cannotRead(let path, let reason):
      self.init(
        "the index \(path) can't be read: \(reason); rebuild it with `tillit index --rebuild`",
        Code.inputOutput)
    case .notAdmitted(let path):
      self.init(
        "the new index answers worse and was not put in place; the old one goes on answering: "
          + "\(path). To put it in place all the same, run `tillit index` without --gate",
        ExitCode(1))
    }
  }

  private init(_ error: KnowledgeFolderError) {
    switch error {
    case .missing(let path):
      self.init(
        "there is no folder \(path); name your texts with --knowledge FOLDER", Code.missingInput)
    case .unreadable(let path):
      self.init("the folder \(path) can't be read; check its permissions", Code.missingInput)
    }
  }
}
