import Yams

/// Reads YAML mappings of document metadata. Values are kept as they are written: a date stays
/// `2006-01-01` and a title may look like a number.
package enum MetadataReader {
  /// The front matter of a text, where its body begins, and what is wrong with it.
  package struct FrontMatter {
    package var metadata = DocumentMetadata()
    /// The offset of the first byte after the front matter; 0 where there is none.
    package var bodyStart = 0
    package var warnings: [DocumentWarning] = []
  }

  /// Reads front matter between two lines of three hyphens at the start of a text.
  package static func frontMatter(of text: SourceText, file: String) -> FrontMatter {
    var result = FrontMatter()
    let lines = text.lines
    func isFence(_ index: Int) -> Bool {
      let line = text.string(in: text.trimmed(lines[index]))
      return line == "---" || (index > 0 && line == "...")
    }
    guard isFence(0) else { return result }
    // Front matter is short: a lone `---` on top of a long text is a rule, not an opening fence.
    guard let closing = lines.indices.dropFirst().prefix(200).first(where: isFence) else {
      result.warnings.append(
        DocumentWarning(file: file, line: 1, reason: .unclosedFrontMatter))
      return result
    }
    let yaml = text.string(in: lines[0].upperBound..<lines[closing].lowerBound)
    result.bodyStart = lines[closing].upperBound
    do throws(MalformedYAML) {
      result.metadata = metadata(from: try compose(yaml))
    } catch {
      result.warnings.append(
        DocumentWarning(file: file, line: error.line, reason: .malformedMetadata(error.summary)))
    }
    return result
  }

  /// Reads a `sources.yaml`: a mapping from file name to metadata.
  package static func sources(
    of yaml: String, file: String
  ) -> (metadata: [String: DocumentMetadata], warnings: [DocumentWarning]) {
    do throws(MalformedYAML) {
      var result: [String: DocumentMetadata] = [:]
      for (name, node) in try compose(yaml) {
        guard let fields = node.mapping else {
          throw MalformedYAML(line: node.mark?.line ?? 1, summary: "\(name): expected a mapping")
        }
        result[name] = metadata(from: pairs(fields))
      }
      return (result, [])
    } catch {
      let reason = DocumentWarning.Reason.malformedMetadata(error.summary)
      return ([:], [DocumentWarning(file: file, line: error.line, reason: reason)])
    }
  }

  private static func compose(_ yaml: String) throws(MalformedYAML) -> [(String, Node)] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw MalformedYAML(error)
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw MalformedYAML(line: root.mark?.line ?? 1, summary: "expected `key: value` lines")
    }
    return pairs(mapping)
  }

  private static func pairs(_ mapping: Node.Mapping) -> [(String, Node)] {
    mapping.compactMap { key, value in key.string.map { ($0, value) } }
  }

  private static func metadata(from pairs: [(String, Node)]) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    for (key, node) in pairs {
      if let scalar = node.scalar {
        if !scalar.string.isEmpty { metadata.set(key, to: scalar.string) }
      } else if let sequence = node.sequence {
        metadata.set(key, to: sequence.compactMap(\.string).joined(separator: ", "))
      }
    }
    return metadata
  }
}
