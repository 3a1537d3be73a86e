/// Turns the bytes of a file into a document.
package struct DocumentReader: Sendable {
  /// A document with what a person should know about how it was read.
  package struct Result: Sendable {
    package let document: Document
    package let warnings: [DocumentWarning]
  }

  /// The file name endings that Tillit reads.
  package static let fileExtensions: Set<String> = ["md", "markdown", "txt", "text"]

  private let chunker: Chunker

  package init(chunker: Chunker = Chunker()) { self.chunker = chunker }

  /// Reads a document; `known` is what stands about it in a `sources.yaml`, over which the file's
  /// own front matter wins.
  ///
  /// Throws `DecodingProblem` for bytes that hold no text.
  package func read(
    _ bytes: [UInt8], id: DocumentID, known: DocumentMetadata = DocumentMetadata()
  ) throws(DecodingProblem) -> Result {
    let decoded = try TextDecoding.decode(bytes)
    let text = decoded.text
    var warnings: [DocumentWarning] = []
    if decoded.replacedBytes > 0 {
      let reason = DocumentWarning.Reason.replacedBytes(decoded.replacedBytes)
      warnings.append(DocumentWarning(file: id.rawValue, line: nil, reason: reason))
    }
    let front = MetadataReader.frontMatter(of: text, file: id.rawValue)
    warnings += front.warnings
    let metadata = known.merging(front.metadata)
    let isMarkdown = id.rawValue.hasSuffix(".md") || id.rawValue.hasSuffix(".markdown")
    let parser = BlockParser(text, from: front.bodyStart, style: isMarkdown ? .markdown : .plain)
    let blocks = parser.blocks()
    guard !blocks.isEmpty else { throw .empty }
    let ownTitle = Self.title(from: blocks, in: text)
    let builder = SectionBuilder(
      source: text, bodyStart: front.bodyStart, title: ownTitle ?? metadata.title)
    let (sections, passages) = cut(builder.drafts(from: blocks), of: id, text, parser.layout)
    let document = Document(
      id: id, metadata: metadata, title: metadata.title ?? ownTitle ?? id.fileName, text: text,
      contentHash: ContentHash.of(bytes), sections: sections, passages: passages)
    return Result(document: document, warnings: warnings)
  }

  private func cut(
    _ drafts: [SectionBuilder.Draft], of id: DocumentID, _ text: SourceText, _ layout: TextLayout
  ) -> ([Section], [Passage]) {
    var sections: [Section] = []
    var passages: [Passage] = []
    for (index, draft) in drafts.enumerated() {
      let content = SectionSentences(of: draft, in: text, layout: layout)
      let section = draft.section.with(ledd: content.ledd)
      let isLeaf = index + 1 == drafts.count || drafts[index + 1].section.level <= section.level
      // A heading with nothing under it may be all there is to quote.
      let alone = Sentence(range: section.headingRange, startsParagraph: true)
      let sentences = content.sentences.isEmpty && isLeaf ? [alone] : content.sentences
      sections.append(section)
      passages += chunker.passages(of: section, sentences: sentences, in: text, document: id)
    }
    return (sections, passages)
  }

  /// The first outermost heading, else the first heading or line that is no number and has at
  /// least two words.
  private static func title(from blocks: [Block], in text: SourceText) -> String? {
    for block in blocks.prefix(12) {
      if case .heading(1, let title) = block.kind { return title }
    }
    guard let first = blocks.first(where: { text.wordCount(in: $0.range) > 1 }) else { return nil }
    if case .heading(_, let title) = first.kind {
      return title.first?.isNumber == true ? nil : title
    }
    guard first.range.lowerBound == blocks[0].range.lowerBound || blocks[0].isHeading,
      text.wordCount(in: first.range) <= 14
    else { return nil }
    return text.string(in: first.range).split(separator: "\n").first.map(String.init)
  }
}

extension Block {
  fileprivate var isHeading: Bool {
    if case .heading = kind { return true }
    return false
  }
}

extension Section {
  fileprivate func with(ledd: [Ledd]) -> Section {
    Section(
      index: index, level: level, heading: heading, path: path, anchor: anchor,
      provision: provision, range: range, headingRange: headingRange, ledd: ledd)
  }
}
