package import Foundation

/// A question with the quotes that answer it, as one line of a question file.
package struct EvaluationQuestion: Codable, Sendable, Equatable {
  /// A text that answers, verbatim after collapsing white space.
  package struct Judgement: Codable, Sendable, Equatable {
    /// The document's file name.
    package var doc: String
    package var quote: String
    /// 2 answers fully, 1 partly.
    package var grade: Int
  }

  package var id: String
  package var lang: String
  package var text: String
  package var kind: String
  /// Empty when the texts hold no answer.
  package var relevant: [Judgement]
  /// What was asked before, oldest first.
  package var history: [String]

  private enum CodingKeys: String, CodingKey { case id, lang, text, kind, relevant, history }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    text = try container.decode(String.self, forKey: .text)
    lang = try container.decodeIfPresent(String.self, forKey: .lang) ?? "nb"
    kind = try container.decodeIfPresent(String.self, forKey: .kind) ?? "all"
    relevant = try container.decodeIfPresent([Judgement].self, forKey: .relevant) ?? []
    history = try container.decodeIfPresent([String].self, forKey: .history) ?? []
  }

  package init(
    id: String, lang: String = "nb", text: String, kind: String = "direct",
    relevant: [Judgement] = [], history: [String] = []
  ) {
    self.id = id
    self.lang = lang
    self.text = text
    self.kind = kind
    self.relevant = relevant
    self.history = history
  }
}

/// A line of a JSON Lines file that can't be read.
package struct MalformedLine: Error, Equatable {
  package let line: Int
  package let problem: String
}

/// Reads JSON Lines: one object a line, blank lines allowed.
package enum JSONLines {
  /// Throws `MalformedLine` naming the first line that is no such object.
  package static func decode<Item: Decodable>(
    _ type: Item.Type, from data: Data
  ) throws(MalformedLine) -> [Item] {
    var items: [Item] = []
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where line.contains(where: { $0 > 0x20 })
    {
      do {
        items.append(try decoder.decode(Item.self, from: line))
      } catch {
        throw MalformedLine(line: index + 1, problem: Self.describe(error))
      }
    }
    return items
  }

  private static func describe(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "the key \"\(key.stringValue)\" is missing"
    case .typeMismatch(_, let context) where !context.codingPath.isEmpty,
      .valueNotFound(_, let context) where !context.codingPath.isEmpty:
      "the value of \"\(context.codingPath.last?.stringValue ?? "")\" has the wrong type"
    default: "not a JSON object"
    }
  }
}
