/// Gathers blocks under their headings.
struct SectionBuilder {
  /// A section with the blocks of its body.
  struct Draft {
    var section: Section
    var body: [Block]
  }

  let source: SourceText
  let bodyStart: Int
  /// The document's title, which is left out of heading paths.
  let title: String?

  func drafts(from blocks: [Block]) -> [Draft] {
    var outlines = [Outline(level: 0, heading: "", start: bodyStart, headingRange: nil)]
    for block in blocks {
      if case .heading(let level, let title) = block.kind {
        outlines[outlines.count - 1].end = block.range.lowerBound
        outlines.append(
          Outline(
            level: level, heading: title, start: block.range.lowerBound, headingRange: block.range))
      } else {
        outlines[outlines.count - 1].body.append(block)
      }
    }
    outlines[outlines.count - 1].end = source.utf8.count
    if outlines[0].body.isEmpty { outlines.removeFirst() }
    return drafts(from: outlines)
  }

  private struct Outline {
    var level: Int
    var heading: String
    var start: Int
    var headingRange: Range<Int>?
    var end = 0
    var body: [Block] = []
  }

  private func drafts(from outlines: [Outline]) -> [Draft] {
    var open: [(level: Int, heading: String)] = []
    var anchors: Set<String> = []
    var drafts: [Draft] = []
    for (index, outline) in outlines.enumerated() {
      let level = level(at: index, in: outlines)
      open.removeAll { $0.level >= level }
      if level > 0, !isTitle(outline) { open.append((level, outline.heading)) }
      let path = open.map(\.heading)
      let provision = ProvisionLabel(heading: outline.heading)
      let section = Section(
        index: drafts.count, level: level, heading: outline.heading, path: path,
        anchor: anchor(for: outline.heading, provision, unlike: &anchors), provision: provision,
        range: source.trimmed(outline.start..<outline.end),
        headingRange: outline.headingRange ?? outline.start..<outline.start,
        ledd: [])
      drafts.append(Draft(section: section, body: outline.body))
    }
    return drafts
  }

  /// A stand-alone line with nothing under it before the next one is that one's chapter.
  private func level(at index: Int, in outlines: [Outline]) -> Int {
    let outline = outlines[index]
    let introducesNext =
      outline.level == 6 && outline.body.isEmpty && index + 1 < outlines.count
      && outlines[index + 1].level == 6
    return introducesNext ? 5 : outline.level
  }

  private func isTitle(_ outline: Outline) -> Bool {
    outline.level == 1 && outline.heading == title
  }

  private func anchor(
    for heading: String, _ provision: ProvisionLabel?, unlike taken: inout Set<String>
  ) -> String {
    let base = provision.map { $0.kind == .section ? "§\($0.number)" : "artikkel\($0.number)" }
    let name = base ?? heading.slug
    var anchor = name
    var count = 1
    while !taken.insert(anchor).inserted {
      count += 1
      anchor = "\(name)~\(count)"
    }
    return anchor
  }
}

extension String {
  /// Letters and digits in lower case, everything else as single hyphens; `top` if nothing is left.
  var slug: String {
    let words = lowercased().split { !$0.isLetter && !$0.isNumber }
    let slug = words.joined(separator: "-")
    return slug.isEmpty ? "top" : String(slug.prefix(60))
  }
}
