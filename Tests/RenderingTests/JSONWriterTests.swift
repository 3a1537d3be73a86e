import Foundation
import Retrieval
import TestSupport
import Testing

@testable import Rendering

/// The writer against Foundation's `JSONEncoder`, byte by byte.
@Suite struct JSONWriterTests {
  /// Any JSON, for `JSONEncoder` to write anew.
  private enum Value: Codable {
    case text(String)
    case number(Double)
    case array([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      do { self = .text(try container.decode(String.self)) } catch {
        do { self = .number(try container.decode(Double.self)) } catch {
          do { self = .array(try container.decode([Value].self)) } catch {
            self = .object(try container.decode([String: Value].self))
          }
        }
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .array(let array): try container.encode(array)
      case .object(let object): try container.encode(object)
      }
    }
  }

  /// What `JSONEncoder` makes of the same values, keys in alphabetical order.
  private func encodedAnew(_ json: String) throws -> String {
    try JSONDecoder().decode(Value.self, from: Data(json.utf8)).json
  }

  private func written(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test("answers are written as JSONEncoder would", arguments: Fixtures.questions)
  func answers(question: String) throws {
    let assistant = try Fixtures.assistant()
    for date in [nil, "1999-01-01"] {
      let scope = Question.Scope(asOf: date)
      let answer = try assistant.answer(to: Question(question, scope: scope), explaining: true)
      let json = JSONFormat(elapsedMilliseconds: 12.3456).string(answer)
      #expect(try encodedAnew(json) + "\n" == json)
    }
  }

  @Test(
    "strings are written as JSONEncoder would",
    arguments: [
      "", "a", "å", "/", "</script>", "\"", "\\", "\\\"\\", "\u{0}",
      "a\u{0}b\u{1}\u{8}\u{B}\u{C}\u{1F}",
      " \t\r\n\r\n", "\u{7F}\u{80}\u{85}\u{9F}\u{A0}\u{AD}", "§ 2–1 «sitat» …", "e\u{301}å\u{30A}",
      "\u{61B}\u{61C}\u{61D}", "\u{200D}\u{200E}\u{200F}\u{2010}",
      "\u{2027}\u{2028}\u{2029}\u{202A}\u{202E}\u{202F}", "\u{2065}\u{2066}\u{2069}\u{206A}",
      "\u{D7FF}\u{E000}\u{FEFF}\u{FFFD}\u{FFFF}", "👍🏽👩‍👩‍👧\u{10FFFF}", "\u{202E}👍\"å\\\u{0}",
    ])
  func strings(text: String) {
    #expect(written { $0.value(text) } == text.json)
    #expect(written { $0.member("name", text) } == "\"name\":" + text.json)
  }

  @Test("strings of any scalars are written as JSONEncoder would")
  func randomStrings() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let text = String(decoding: generator.bytes(upTo: 40), as: UTF8.self)
      #expect(written { $0.value(text) } == text.json)
    }
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(written { $0.value(String(scalar)) } == String(scalar).json)
    }
  }

  @Test(
    "numbers are written as JSONEncoder would",
    arguments: [
      0, -0.0, 1, 5, -5, 0.5, 0.1, 12.345679, 1e-7, 1e15, 1e16, 1e22, 123_456_789_012, .pi, 1 / 3,
      .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, -.infinity, .nan,
    ])
  func numbers(number: Double) {
    #expect(written { $0.value(number) } == number.json)
  }

  @Test("whole numbers are written out", arguments: [0, -1, 1_234_567, Int.max, Int.min])
  func wholeNumbers(number: Int) {
    #expect(written { $0.member("n", number) } == "\"n\":\(number)")
  }

  @Test("objects and arrays nest, and what is missing is left out")
  func nesting() {
    let json = written { json in
      json.object { json in
        json.member("a", ["x", "y"])
        json.array("b", of: [1, 2]) { json, number in
          json.object { $0.member("c", number) }
        }
        json.member("c", nil as String?)
        json.object("d") { _ in }
        json.array("e", of: [] as [Double]) { $0.value($1) }
        json.member("f", 5.0)
      }
    }
    #expect(json == #"{"a":["x","y"],"b":[{"c":1},{"c":2}],"d":{},"e":[],"f":5}"#)
  }
}
