import Documents
import Foundation
import Testing
import TestSupport

@Suite struct KnowledgeFolderTests {
  private func contents(of folder: TemporaryFolder) throws -> KnowledgeFolder.Contents {
    try KnowledgeFolder(folder.url).contents()
  }

  @Test("files are named by their path, in byte order, readme and hidden files left out")
  func walk() throws {
    let folder = try TemporaryFolder()
    for path in [
      "b.md", "a/z.txt", "a.txt", "Å.md", "README.md", "a/LICENSE.txt", ".skjult.md", ".git/x.md",
      "vocabulary/v.md", "a/vocabulary/w.md", "bilde.png", "notat",
    ] {
      try folder.write("tekst", to: path)
    }
    let contents = try contents(of: folder)
    #expect(
      contents.files.map(\.id.rawValue) == [
        "a.txt", "a/vocabulary/w.md", "a/z.txt", "b.md", "Å.md",
      ])
    #expect(
      contents.skipped == [
        SkippedFile(path: "README.md", reason: .notPolicyText),
        SkippedFile(path: "a/LICENSE.txt", reason: .notPolicyText),
        SkippedFile(path: "bilde.png", reason: .unsupportedFormat("png")),
        SkippedFile(path: "notat", reason: .unsupportedFormat("")),
      ])
  }

  @Test("a decomposed file name gives the composed document name")
  func decomposedName() throws {
    let folder = try TemporaryFolder()
    try folder.write("tekst", to: "årsmøte.md".decomposedStringWithCanonicalMapping)
    let id = try #require(try contents(of: folder).files.first?.id)
    #expect(Array(id.rawValue.utf8) == Array("årsmøte.md".utf8))
  }

  @Test("a loop of links is not followed, nor a link outside")
  func links() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("hemmelig", to: "utenfor.md")
    try folder.write("tekst", to: "mappe/a.md")
    let manager = FileManager.default
    try manager.createSymbolicLink(
      at: folder.file("mappe/sirkel"), withDestinationURL: folder.url)
    try manager.createSymbolicLink(
      at: folder.file("selv.md"), withDestinationURL: folder.file("selv.md"))
    try manager.createSymbolicLink(
      at: folder.file("ut.md"), withDestinationURL: outside.file("utenfor.md"))
    try manager.createSymbolicLink(
      at: folder.file("inn.md"), withDestinationURL: folder.file("mappe/a.md"))
    let contents = try contents(of: folder)
    #expect(contents.files.map(\.id.rawValue) == ["inn.md", "mappe/a.md"])
    #expect(
      contents.skipped
        == ["mappe/sirkel", "selv.md", "ut.md"].map {
          SkippedFile(path: $0, reason: .linkOutside)
        })
  }

  @Test("a folder given by a link is walked")
  func linkedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("tekst", to: "ekte/a.md")
    let link = folder.file("lenke")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folder.file("ekte"))
    #expect(try KnowledgeFolder(link).contents().files.map(\.id.rawValue) == ["a.md"])
  }

  @Test("empty files and files of 50 MB are skipped")
  func sizes() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "tom.md")
    let large = try folder.write("x", to: "stor.txt")
    truncate(large.path, 50_000_000)
    #expect(
      try contents(of: folder).skipped == [
        SkippedFile(
          path: "stor.txt",
          reason: .tooLarge(bytes: 50_000_000, limit: KnowledgeFolder.sizeLimit)),
        SkippedFile(path: "tom.md", reason: .empty),
      ])
  }

  @Test("a named pipe is skipped, not waited for")
  func pipe() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder.file("rør.md").path, 0o600)
    #expect(
      try contents(of: folder).skipped == [
        SkippedFile(path: "rør.md", reason: .unreadable("not a regular file"))
      ])
  }

  @Test("an unreadable file is skipped", .enabled(if: geteuid() != 0, "root reads everything"))
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("tekst", to: "låst.md")
    chmod(file.path, 0)
    let skipped = try contents(of: folder).skipped
    #expect(skipped.map(\.path) == ["låst.md"])
  }

  @Test("a folder that is missing, or is a file, is an error")
  func missing() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("tekst", to: "a.md")
    for url in [folder.file("borte"), file] {
      #expect(throws: KnowledgeFolderError.missing(url.path)) {
        try KnowledgeFolder(url).contents()
      }
    }
  }

  @Test("an empty folder has no contents")
  func emptyFolder() throws {
    let contents = try contents(of: TemporaryFolder())
    #expect(contents.files.isEmpty && contents.skipped.isEmpty)
  }

  @Test("sources.yaml counts for the files beside it")
  func sources() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md:\n  title: Ute\n", to: "sources.yaml")
    try folder.write("a.md:\n  title: Inne\n", to: "m/sources.yaml")
    try folder.write("tekst", to: "a.md")
    try folder.write("tekst", to: "m/a.md")
    #expect(try contents(of: folder).files.map(\.known.title) == ["Ute", "Inne"])
  }

  @Test("a malformed sources.yaml is a warning, and no document is lost")
  func malformedSources() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md: [", to: "sources.yaml")
    try folder.write([0xFF, 0xFF], to: "m/sources.yaml")
    try folder.write("tekst", to: "a.md")
    try folder.write("tekst", to: "m/b.md")
    let contents = try contents(of: folder)
    #expect(contents.files.count == 2)
    #expect(contents.warnings.map(\.file) == ["sources.yaml", "m/sources.yaml"])
  }
}
