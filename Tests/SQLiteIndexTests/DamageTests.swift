import Foundation
import Retrieval
import SQLiteIndex
import Testing
import TestSupport

/// SQLite itself answers from most damaged files: ours must not.
@Suite struct DamageTests {
  private let folder: TemporaryFolder
  private let file: IndexFile
  private let intact: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    file = IndexFile(folder.file("index.sqlite"))
    try file.build(try Fixtures.content())
    intact = Array(try Data(contentsOf: file.url))
  }

  private enum Damage: CaseIterable {
    case flippedBit, zeroedRange, truncation, swappedPages, appendedByte

    func apply(to bytes: inout [UInt8], using random: inout SeededGenerator) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch self {
      case .flippedBit: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case .zeroedRange:
        for offset in place..<min(place + 512, bytes.count) { bytes[offset] = 0 }
      case .truncation: bytes.removeLast(bytes.count - place)
      case .swappedPages:
        let pages = bytes.count / 4096
        let first = Int.random(in: 0..<pages, using: &random) * 4096
        let second = Int.random(in: 0..<pages, using: &random) * 4096
        for offset in 0..<4096 { bytes.swapAt(first + offset, second + offset) }
      case .appendedByte: bytes.append(0)
      }
    }
  }

  @Test("100 damages: every one is refused, none answered from")
  func damages() throws {
    var random = SeededGenerator(seed: 7)
    var refused = 0
    while refused < 100 {
      var bytes = intact
      Damage.allCases[refused % Damage.allCases.count].apply(to: &bytes, using: &random)
      if bytes == intact { continue }
      try Data(bytes).write(to: file.url)
      #expect(throws: IndexError.damaged(path: file.path)) { try file.open() }
      refused += 1
    }
    try Data(intact).write(to: file.url)
    #expect(try file.open().texts.passages.count > 0)
  }

  @Test(
    "an index without a manifest that vouches for it is refused",
    arguments: [nil, "", "{}", "no JSON", #"{"format":1,"current":"00"}"#])
  func manifests(text: String?) throws {
    let manifest = file.url.appendingPathExtension("manifest")
    if let text {
      try Data(text.utf8).write(to: manifest)
    } else {
      try FileManager.default.removeItem(at: manifest)
    }
    #expect(throws: IndexError.damaged(path: file.path)) { try file.open() }
  }

  @Test("a file that is no index at all is refused", arguments: ["", "SQLite format 3", "tekst"])
  func foreignFile(text: String) throws {
    try Data(text.utf8).write(to: file.url)
    #expect(throws: IndexError.damaged(path: file.path)) { try file.open() }
  }

  @Test("a stray journal beside the index changes nothing")
  func strayJournal() throws {
    try Data(intact.prefix(5_000)).write(to: URL(fileURLWithPath: file.path + "-journal"))
    try Data("x".utf8).write(to: URL(fileURLWithPath: file.path + "-wal"))
    let answer = try file.open().assistant().answer(to: Question("oppsigelse"))
    #expect(answer.status != .notFound)
    #expect(Array(try Data(contentsOf: file.url)) == intact)
  }

  @Test("a damaged index is rebuilt")
  func rebuild() throws {
    try Data("tekst".utf8).write(to: file.url)
    try file.build(try Fixtures.content())
    #expect(try file.open().texts.passages.count > 0)
  }
}
