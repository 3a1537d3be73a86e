package import Foundation

/// Why a file in a knowledge folder was not read.
package enum SkipReason: Sendable, Equatable {
  case unsupportedFormat(String)
  case notPolicyText
  case tooLarge(bytes: Int, limit: Int)
  case empty
  case binary
  case unreadable(String)
  case linkOutside
}

/// A file that was found and not read, by its path relative to the knowledge folder.
package struct SkippedFile: Sendable, Equatable {
  package let path: String
  package let reason: SkipReason

  package init(path: String, reason: SkipReason) {
    self.path = path
    self.reason = reason
  }
}

/// A file found in a knowledge folder, with its bytes.
package struct SourceFile: Sendable {
  package let id: DocumentID
  package let bytes: [UInt8]
  /// What `sources.yaml` beside it says.
  package let known: DocumentMetadata

  package init(id: DocumentID, bytes: [UInt8], known: DocumentMetadata = DocumentMetadata()) {
    self.id = id
    self.bytes = bytes
    self.known = known
  }
}

/// A folder of policy texts, walked in byte order of its paths.
///
/// Hidden files, readme and licence files are left out; symbolic links are followed only to files
/// inside the folder, so that a loop or a link elsewhere can do no harm.
package struct KnowledgeFolder: Sendable {
  /// Larger files are skipped: no policy text is this long (bytes).
  package static let sizeLimit = 20_000_000

  /// What a walk finds.
  package struct Contents: Sendable {
    package var files: [SourceFile] = []
    package var skipped: [SkippedFile] = []
    package var warnings: [DocumentWarning] = []
  }

  package let url: URL
  private let excluded: Set<String>

  /// `excluding` names subfolders that hold no policy texts: the vocabulary, and what people ask.
  package init(_ url: URL, excluding: Set<String> = ["vocabulary", "asked"]) {
    self.url = url.resolvingSymlinksInPath().standardizedFileURL
    excluded = excluding
  }

  /// Reads all files below the folder. Throws `KnowledgeFolderError` if there is no such folder.
  package func contents() throws(KnowledgeFolderError) -> Contents {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory),
      isDirectory.boolValue
    else { throw .missing(url.path) }
    guard FileManager.default.isReadableFile(atPath: url.path) else {
      throw .unreadable(url.path)
    }
    var contents = Contents()
    walk(url.path, prefix: "", into: &contents)
    contents.files.sort { $0.id < $1.id }
    return contents
  }

  /// Paths are plain strings here: putting URLs together takes longer than reading the files.
  private func walk(_ folder: String, prefix: String, into contents: inout Contents) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      contents.skipped.append(SkippedFile(path: prefix, reason: .unreadable("folder")))
      return
    }
    let known = names.contains("sources.yaml") ? sources(in: folder, prefix, &contents) : [:]
    for name in names where name != "sources.yaml" {
      let path = prefix + name
      let file = "\(folder)/\(name)"
      switch kind(of: file) {
      case .folder:
        if prefix.isEmpty, excluded.contains(name) { continue }
        walk(file, prefix: path + "/", into: &contents)
      case .file(let size):
        read(file, path: path, size: size, known: known[name], into: &contents)
      case .linkOutside:
        contents.skipped.append(SkippedFile(path: path, reason: .linkOutside))
      case .other(let problem):
        contents.skipped.append(SkippedFile(path: path, reason: .unreadable(problem)))
      }
    }
  }

  private enum Kind {
    case folder
    case file(size: Int)
    case linkOutside
    case other(String)
  }

  private func kind(of file: String) -> Kind {
    var status = stat()
    guard lstat(file, &status) == 0 else { return .other("gone") }
    if status.st_mode & S_IFMT == S_IFLNK {
      let target = URL(fileURLWithPath: file).resolvingSymlinksInPath().standardizedFileURL
      guard target.path.hasPrefix(url.path + "/"), stat(file, &status) == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { return .linkOutside }
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file(size: Int(status.st_size))
    default: return .other("not a regular file")
    }
  }

  private func read(
    _ file: String, path: String, size: Int, known: DocumentMetadata?,
    into contents: inout Contents
  ) {
    func skip(_ reason: SkipReason) {
      contents.skipped.append(SkippedFile(path: path, reason: reason))
    }
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let dot = name.lastIndex(of: ".")
    let stem = String(name[..<(dot ?? name.endIndex)])
    let fileExtension = dot.map { String(name[name.index(after: $0)...]) } ?? ""
    if ["readme", "license", "licence", "notice", "changelog"].contains(stem) {
      return skip(.notPolicyText)
    }
    guard DocumentReader.fileExtensions.contains(fileExtension) else {
      return skip(.unsupportedFormat(fileExtension))
    }
    guard size > 0 else { return skip(.empty) }
    guard size <= Self.sizeLimit else {
      return skip(.tooLarge(bytes: size, limit: Self.sizeLimit))
    }
    guard let bytes = Self.bytes(of: file, size: size) else {
      return skip(.unreadable("no permission, or it changed while it was read"))
    }
    let isASCII = path.utf8.allSatisfy { $0 < 0x80 }
    contents.files.append(
      SourceFile(
        id: DocumentID(isASCII ? path : path.precomposedStringWithCanonicalMapping),
        bytes: bytes, known: known ?? DocumentMetadata()))
  }

  /// The file's bytes; nil if they can't be read or aren't as many as they were.
  private static func bytes(of file: String, size: Int) -> [UInt8]? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // One more is asked for, to see that there is none.
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        let got = Foundation.read(descriptor, rest.baseAddress, rest.count)
        if got <= 0 { break }
        count += got
      }
    }
    return bytes.count == size ? bytes : nil
  }

  private func sources(
    in folder: String, _ prefix: String, _ contents: inout Contents
  ) -> [String: DocumentMetadata] {
    let path = prefix + "sources.yaml"
    do {
      let yaml = try String(
        contentsOfFile: "\(folder)/sources.yaml", encoding: .utf8)
      let (metadata, warnings) = MetadataReader.sources(of: yaml, file: path)
      contents.warnings += warnings
      return metadata
    } catch {
      let reason = DocumentWarning.Reason.malformedMetadata("not UTF-8 text")
      contents.warnings.append(DocumentWarning(file: path, line: nil, reason: reason))
      return [:]
    }
  }
}

/// Why a knowledge folder can't be read at all.
package enum KnowledgeFolderError: Error, Equatable {
  case missing(String)
  case unreadable(String)
}
