import Foundation

/// An evidence pack as a file: a page for people with the same data for programs hidden in it.
///
/// In Markdown the data stands last, in a comment `<!-- tillit-evidence/1 … -->`; in HTML in a
/// `<script type="application/json" id="tillit-evidence">`. The page is made from the data alone,
/// so a change to either shows.
package enum EvidenceFile {
  package enum Form: Sendable, CaseIterable {
    case markdown, html

    /// By a file name's ending; nil for others than `.md`, `.markdown`, `.html` and `.htm`.
    package init?(fileName: String) {
      switch (fileName as NSString).pathExtension.lowercased() {
      case "md", "markdown": self = .markdown
      case "html", "htm": self = .html
      default: return nil
      }
    }

    fileprivate var opening: String {
      switch self {
      case .markdown: "<!-- \(EvidencePack.formatName)\n"
      case .html: "<script type=\"application/json\" id=\"tillit-evidence\">\n"
      }
    }

    fileprivate var closing: String {
      switch self {
      case .markdown: "\n-->\n"
      case .html: "\n</script>\n"
      }
    }
  }

  /// The file's text.
  package static func text(of pack: EvidencePack, as form: Form) -> String {
    let data = form.opening + pack.embeddedJSON + form.closing
    return switch form {
    case .markdown: EvidenceMarkdown(pack).text + "\n" + data
    case .html: EvidenceHTML(pack).text(withData: data)
    }
  }

  /// Reads a file back. Line ends may have become `\r\n` on its way.
  package static func read(_ text: String) throws(EvidenceProblem) -> EvidencePack {
    let text = text.replacing("\r\n", with: "\n")
    for form in Form.allCases {
      guard let opening = text.range(of: form.opening, options: .backwards),
        let closing = text.range(of: form.closing, range: opening.upperBound..<text.endIndex)
      else { continue }
      let pack = try decode(String(text[opening.upperBound..<closing.lowerBound]))
      guard self.text(of: pack, as: form) == text else { throw .altered }
      return pack
    }
    throw .noEvidence
  }

  private static func decode(_ json: String) throws(EvidenceProblem) -> EvidencePack {
    do {
      let pack = try JSONDecoder().decode(EvidencePack.self, from: Data(json.utf8))
      guard pack.format == EvidencePack.formatName else {
        throw EvidenceProblem.otherFormat(pack.format)
      }
      return pack
    } catch let problem as EvidenceProblem {
      throw problem
    } catch {
      throw .altered
    }
  }
}

/// Why a file isn't a whole evidence pack.
package enum EvidenceProblem: Error, Equatable {
  case noEvidence
  case otherFormat(String)
  /// What people read isn't what was saved.
  case altered
}

extension EvidencePack {
  /// JSON that can end neither a comment nor a script.
  fileprivate var embeddedJSON: String {
    json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("--", with: "-\\u002d")
  }
}
