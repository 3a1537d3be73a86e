import Analysis
import Foundation
import HTTPTypes
import Mustache
import Rendering

/// The fixed texts of the page, in the reader's language. They stand in `page-texts.json`.
struct PageText: Sendable {
  let language: Language
  /// The texts that all doors share.
  let shared: InterfaceText
  private let texts: [String: String]

  init(_ language: Language) {
    self.language = language
    shared = InterfaceText(language)
    texts = Self.texts[language] ?? [:]
  }

  /// The language that is asked for, else the first that the browser names and the page has, else
  /// Bokmål.
  init(tag: String?, acceptLanguage: String?) {
    let tags = acceptLanguage?.split(separator: ",").map { $0.filter { $0 != " " } } ?? []
    self.init(
      tag.flatMap(Language.init(tag:)) ?? tags.lazy.compactMap(Language.init(tag:)).first
        ?? .bokmål)
  }

  /// A text by its name in the file.
  subscript(name: String) -> String {
    guard let text = texts[name] else { preconditionFailure("there is no text \(name)") }
    return text
  }

  func corrected(_ from: String, to: String) -> String {
    let parts = self["corrected"].split(separator: "%", omittingEmptySubsequences: false)
    return parts.map { part in
      part.hasPrefix("TO")
        ? to + part.dropFirst(2)
        : part.hasPrefix("FROM") ? from + part.dropFirst(4) : String(part)
    }.joined()
  }

  func found(_ count: Int) -> String { self["found"].replacing("%COUNT", with: "\(count)") }

  func reason(for status: HTTPResponse.Status) -> String {
    switch status {
    case .notFound: self["notFoundReason"]
    case .unauthorized: self["unauthorizedReason"]
    case .tooManyRequests, .serviceUnavailable: self["busyReason"]
    case .contentTooLarge, .uriTooLong: self["tooLongReason"]
    default: self["otherReason"]
    }
  }

  private static let texts: [Language: [String: String]] = {
    do {
      let named = try JSONDecoder().decode(
        [String: [String: String]].self, from: Data(PackageResources.page_texts_json))
      return Dictionary(
        uniqueKeysWithValues: Language.allCases.map { language in
          (language, named.compactMapValues { $0[language.rawValue] })
        })
    } catch {
      preconditionFailure("page-texts.json, which is compiled in, doesn't parse: \(error)")
    }
  }()
}

/// Templates find texts by name.
extension PageText: MustacheParent {
  func child(named name: String) -> Any? { texts[name] }
}
