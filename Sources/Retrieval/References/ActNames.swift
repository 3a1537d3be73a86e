package import Analysis
package import Documents

/// The names and abbreviations by which a collection's acts are mentioned.
package struct ActNames: Sendable {
  /// What a name stands for.
  package struct Act: Sendable, Equatable {
    package var documents: Set<Int>
    /// The position among all known acts of one that the collection lacks.
    package var absent: Int?
    /// Whether its provisions are articles, as a regulation of the EU has.
    package var hasArticles: Bool
  }

  /// A mention in a text, by tokens.
  package struct Mention: Sendable, Equatable {
    package let act: Act
    package let tokens: Range<Int>
    /// Whether the name could be another word: it counts only next to a number.
    package let isShort: Bool
  }

  /// The position of no document.
  package static let nowhere = -1

  /// Acts by the words of their names.
  private var acts: [[String]: Act] = [:]
  /// The lengths of names by first word, longest first.
  private var lengths: [String: [Int]] = [:]

  /// `terms` are those that the documents introduce: what one calls itself is a name of it.
  /// `includingAbsent` recognises acts, too, that the collection doesn't hold.
  package init(
    documents: [IndexedDocument], acts: [ActName], terms: [DefinedTerm] = [],
    includingAbsent: Bool = false
  ) {
    var namesByDocument: [Int: Set<[String]>] = [:]
    for document in documents {
      namesByDocument[document.position] = Set(Self.names(of: document).map(Self.words))
    }
    for term in terms {
      let longForm = Self.words(term.longForm ?? "")
      let isOwn = namesByDocument[term.document]?.contains { name in
        name == longForm || longForm.count > 1 && name.starts(with: longForm)
      }
      if isOwn ?? false { namesByDocument[term.document]?.insert(Self.words(term.term)) }
    }
    for (position, names) in namesByDocument {
      for name in names { add(name, Act(documents: [position], hasArticles: false)) }
    }
    for (position, act) in acts.enumerated() {
      let names = ([act.within ?? act.name] + (act.within == nil ? act.aliases : [])).map(
        Self.words)
      let documents = Set(
        namesByDocument.filter { item in names.contains(where: item.value.contains) }.keys)
      guard !documents.isEmpty || includingAbsent else { continue }
      let meant = Act(
        documents: documents.isEmpty ? [Self.nowhere] : documents,
        absent: documents.isEmpty ? position : nil, hasArticles: act.within != nil)
      for name in [act.name] + act.aliases { add(Self.words(name), meant) }
    }
  }

  private mutating func add(_ name: [String], _ act: Act) {
    guard !name.isEmpty, name.count <= 16 else { return }
    if var known = acts[name] {
      known.documents.formUnion(act.documents)
      known.hasArticles = known.hasArticles || act.hasArticles
      acts[name] = known
      return
    }
    acts[name] = act
    lengths[name[0], default: []].append(name.count)
    lengths[name[0]]?.sort(by: >)
  }

  /// The acts mentioned among tokens, longest names first.
  package func mentions(in tokens: [Token]) -> [Mention] {
    let words = tokens.map { Self.normalized($0.form) }
    var mentions: [Mention] = []
    var position = 0
    while position < words.count {
      let length = lengths[words[position]]?.first { length in
        position + length <= words.count
          && acts[Array(words[position..<position + length])] != nil
      }
      if let length, let act = acts[Array(words[position..<position + length])] {
        let isShort = length == 1 && words[position].utf8.count <= 4
        mentions.append(
          Mention(act: act, tokens: position..<position + length, isShort: isShort))
        position += length
      } else {
        position += 1
      }
    }
    return mentions
  }

  /// The title, what stands in brackets in it, the parts of the short title, and the file's name.
  private static func names(of document: IndexedDocument) -> [String] {
    var names = [document.title]
    for bracketed in document.title.split(whereSeparator: { "([".contains($0) }).dropFirst() {
      names.append(String(bracketed.prefix { !")]".contains($0) }))
    }
    names += (document.metadata.shortTitle ?? "").split(separator: " – ").map(String.init)
    names.append(String(document.id.fileName.prefix { $0 != "." }))
    return names
  }

  private static func words(_ name: String) -> [String] {
    Tokenizer().tokens(in: name).filter { $0.kind != .unit }.map { normalized($0.form) }
  }

  /// `ferielovens` and `ferielova` are `ferieloven`.
  private static func normalized(_ word: String) -> String {
    var word = word
    if word.utf8.count > 6, word.hasSuffix("s"), !word.hasSuffix("ss") { word.removeLast() }
    if word.hasSuffix("lova") { word = word.dropLast() + "en" }
    if word.hasSuffix("forskrifta") { word = word.dropLast() + "en" }
    return word
  }
}
