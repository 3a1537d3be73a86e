import Foundation

/// Any member of a JSON object.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}

extension Decoder {
  /// Throws a `DecodingError` for an object with members other than these.
  func refuseMembers(besides known: [String]) throws {
    let container = try container(keyedBy: AnyKey.self)
    guard container.allKeys.allSatisfy({ known.contains($0.stringValue) }) else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: [],
          debugDescription: "there is a member other than \(known.joined(separator: ", "))"))
    }
  }
}

extension DecodingError {
  /// What is wrong, by the names of members and never by their values.
  var problem: String {
    switch self {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      context.codingPath.first.map { "\($0.stringValue) has the wrong type" }
        ?? "the body is not a JSON object"
    case .dataCorrupted(let context):
      context.underlyingError == nil && context.codingPath.isEmpty
        && context.debugDescription.hasPrefix("there is a member")
        ? context.debugDescription : "the body is not valid JSON"
    @unknown default: "the body is not what is expected"
    }
  }
}
