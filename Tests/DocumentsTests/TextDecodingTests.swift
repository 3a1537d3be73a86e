import Documents
import Testing
import TestSupport

@Suite struct TextDecodingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let text: String
    var replaced = 0

    var testDescription: String { name }
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static let cases = [
    Case(name: "ASCII", bytes: Array("ferie".utf8), text: "ferie"),
    Case(name: "UTF-8", bytes: Array("Åtte § – «ø»".utf8), text: "Åtte § – «ø»"),
    Case(
      name: "UTF-8 with a byte order mark", bytes: mark + Array("ferie".utf8),
      text: "\u{FEFF}ferie"),
    Case(
      name: "UTF-16, low byte first", bytes: [0xFF, 0xFE, 0xC5, 0, 0x72, 0], text: "År"),
    Case(
      name: "UTF-16, high byte first", bytes: [0xFE, 0xFF, 0, 0xC5, 0, 0x72], text: "År"),
    Case(
      name: "UTF-16 with an emoji", bytes: [0xFF, 0xFE, 0x3D, 0xD8, 0x4D, 0xDC], text: "👍"),
    Case(
      name: "UTF-16 with a lone surrogate", bytes: [0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0],
      text: "\u{FFFD}A", replaced: 1),
    Case(
      name: "UTF-16 with half a unit", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], text: "A", replaced: 1),
    Case(
      name: "Windows-1252", bytes: [0xC5, 0x72, 0x20, 0x96, 0x20, 0xA7, 0x20, 0x93, 0xF8, 0x94],
      text: "År – § “ø”"),
    Case(name: "Windows-1252's euro", bytes: [0x80, 0x35, 0xE6], text: "€5æ"),
    Case(
      name: "a byte Windows-1252 lacks", bytes: [0x81, 0x41, 0x42], text: "\u{FFFD}AB", replaced: 1),
    Case(
      name: "UTF-8 with a stray byte", bytes: Array("åøæ".utf8) + [0xFF] + Array("!".utf8),
      text: "åøæ\u{FFFD}!", replaced: 1),
  ]

  @Test("text is read in the encoding it is in", arguments: cases)
  func decoding(item: Case) throws {
    let result = try TextDecoding.decode(item.bytes)
    #expect(result.text.string(in: result.text.fullRange) == item.text)
    #expect(Array(item.text.utf8) == result.text.utf8)
    #expect(result.replacedBytes == item.replaced)
  }

  @Test(
    "white space alone is empty",
    arguments: [[], [0x20, 0x0A], mark, [0xFF, 0xFE], [0xFF, 0xFE, 0x20, 0]] as [[UInt8]])
  func empty(bytes: [UInt8]) {
    #expect(throws: DecodingProblem.empty) { try TextDecoding.decode(bytes) }
  }

  @Test(
    "what is no text is binary",
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D],
      [0x41, 0, 0x42],
      [1, 2, 3, 4, 5, 0x41],
    ] as [[UInt8]])
  func binary(bytes: [UInt8]) {
    #expect(throws: DecodingProblem.binary) { try TextDecoding.decode(bytes) }
  }

  @Test("UTF-8 text keeps its bytes, so that ranges are the file's own")
  func verbatim() throws {
    let bytes = Array("Å\r\nte\u{AD}kst\u{A0}på e\u{301}n".utf8)
    #expect(try TextDecoding.decode(bytes).text.utf8 == bytes)
  }

  @Test("random bytes never crash, and give valid UTF-8 where they give text")
  func randomBytes() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<5_000 {
      do throws(DecodingProblem) {
        let text = try TextDecoding.decode(random.bytes(upTo: 40)).text
        #expect(String(validating: text.utf8, as: UTF8.self) != nil)
      } catch {
        continue
      }
    }
  }
}
