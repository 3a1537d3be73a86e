package import Documents
import Foundation
package import Retrieval

/// Finds the documents that a person means by a name: a title, short title, abbreviation, file or
/// folder, whole or begun.
package struct DocumentFinder: Sendable {
  /// What a name stands for.
  package enum Match: Sendable, Equatable {
    case found(label: String, Set<DocumentID>)
    /// Several, by the names that tell them apart.
    case ambiguous([String])
    case none
  }

  private let documents: [IndexedDocument]

  package init(_ documents: [IndexedDocument]) { self.documents = documents }

  /// Looks a name up, exactly first, then as the beginning and then as a part of a name.
  package func match(_ name: String) -> Match {
    let wanted = name.lowercased().trimmingCharacters(in: .whitespaces)
    guard !wanted.isEmpty else { return .none }
    let exact = documents.filter { $0.namesForLookup.contains(wanted) }
    if !exact.isEmpty { return match(exact) }
    let folder = wanted.hasSuffix("/") ? wanted : wanted + "/"
    let inFolder = documents.filter { $0.id.rawValue.lowercased().hasPrefix(folder) }
    if !inFolder.isEmpty { return .found(label: folder, Set(inFolder.map(\.id))) }
    let begun = documents.filter { $0.namesForLookup.contains { $0.hasPrefix(wanted) } }
    if !begun.isEmpty { return match(begun) }
    return match(documents.filter { $0.namesForLookup.contains { $0.contains(wanted) } })
  }

  private func match(_ found: [IndexedDocument]) -> Match {
    guard let first = found.first else { return .none }
    guard found.count > 1 else { return .found(label: first.citedName, [first.id]) }
    return .ambiguous(found.map { "\($0.citedName) (\($0.id.fileNameWithoutEnding))" })
  }
}

extension IndexedDocument {
  /// Lower-case names by which a person may call the document, the file's first.
  fileprivate var namesForLookup: [String] {
    let short = metadata.shortTitle?.components(separatedBy: " – ") ?? []
    let file = id.fileName
    return ([id.fileNameWithoutEnding, file, id.rawValue, citedName, title] + short)
      .map { $0.lowercased().trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

extension DocumentID {
  /// `ferieloven` for `lover/ferieloven.md`.
  var fileNameWithoutEnding: String { (fileName as NSString).deletingPathExtension }
}
